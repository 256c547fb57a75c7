/**
 * `npm run -s minhbach -- COMMAND …`: results on standard output, words for people on standard error.
 * Exit 0 done, 1 refused or failed (one clear sentence), 2 wrong usage. Commands only parse arguments and call a verb.
 */
import { AlreadyRunning } from '#platform/lock.server.ts';
import { CannotStartDatabase } from '#platform/postgres.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { WrongSetting } from '#platform/settings.ts';
import { WrongUsage } from './cli/usage.ts';

type Command = { usage: string; run: (args: string[]) => Promise<void> };

/** Commands load what they need when they are called: `plan read` must not wait for a database driver. */
const commands: Record<string, Command> = {
	'plan read': {
		usage: 'plan read TỆP [--json]          đọc văn bản kế hoạch (.txt .docx .pdf .doc)',
		run: async (args) => (await import('./cli/plan-read.ts')).planRead(args)
	},
	'plan import': {
		usage: 'plan import TỆP [--ward MÃ] [--as TÊN_ĐĂNG_NHẬP]   đọc và lưu thành kế hoạch dự thảo',
		run: async (args) => (await import('./cli/plan-import.ts')).planImport(args)
	},
	deadline: {
		usage:
			'deadline NGÀY SỐ_NGÀY [--cutoff 15:00] [--json | --lines]   hạn sau số ngày làm việc, kèm ngày không tính',
		run: async (args) => (await import('./cli/deadline.ts')).deadline(args)
	},
	'procedures import': {
		usage:
			'procedures import TỆP [--dry-run] [--skip-bad] [--effective NGÀY] [--ward MÃ] [--json]   nhập danh mục thủ tục (.json .xlsx .csv)',
		run: async (args) => (await import('./cli/procedures-import.ts')).proceduresImport(args)
	},
	search: {
		usage: 'search "TỪ" [--json] [--kind LOẠI] [--limit 10] [--lines] [--ward MÃ]   tra cứu như trên cổng',
		run: async (args) => (await import('./cli/search.ts')).search(args)
	},
	report: {
		usage: 'report KỲ --out TỆP.docx         báo cáo kỳ 2026-03, 2026-Q1, 2026-H1 hoặc 2026',
		run: async (args) => (await import('./cli/report.ts')).report(args)
	},
	'admin create': {
		usage: 'admin create --name HỌ_TÊN --email THƯ [--ward MÃ]   người quản trị đầu tiên',
		run: async (args) => (await import('./cli/admin.ts')).adminCreate(args)
	},
	'wards add': {
		usage: 'wards add MÃ --name TÊN --superior CẤP_TRÊN --province TỈNH [--host TÊN_MIỀN]',
		run: async (args) => (await import('./cli/wards.ts')).wardsAdd(args)
	},
	'wards list': {
		usage: 'wards list [--json]              các phường trên máy chủ này',
		run: async (args) => (await import('./cli/wards.ts')).wardsList(args)
	},
	triage: {
		usage: 'triage TỆP|- [--json] [--lines]   sơ bộ phân loại lời phản ánh, tìm dữ liệu cá nhân',
		run: async (args) => (await import('./cli/triage.ts')).triage(args)
	},
	speak: {
		usage: 'speak "LỜI"|- [--south] [--lines]   lời văn như khi đọc trên loa truyền thanh',
		run: async (args) => (await import('./cli/speak.ts')).speak(args)
	},
	bench: {
		usage: 'bench [TÊN]                      đo tốc độ',
		run: async (args) => (await import('./cli/bench.ts')).bench(args)
	}
};

async function main(args: string[]): Promise<number> {
	const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((candidate) => candidate in commands);
	if (!name) {
		console.error(
			`Các lệnh:\n${Object.values(commands)
				.map((command) => `  ${command.usage}`)
				.join('\n')}`
		);
		return 2;
	}
	const command = commands[name]!;
	try {
		await command.run(args.slice(name.split(' ').length));
		return 0;
	} catch (error) {
		if (error instanceof WrongUsage) {
			console.error(`Cách dùng: ${command.usage}`);
			return 2;
		}
		const forPeople = [Refusal, WrongSetting, AlreadyRunning, CannotStartDatabase].some(
			(kind) => error instanceof kind
		);
		console.error(
			forPeople
				? (error as Error).message
				: `Lệnh không thực hiện được. Chi tiết kỹ thuật: ${String((error as Error).stack ?? error)}`
		);
		return 1;
	}
}

// Set rather than called: output still in the pipe is written first.
process.exitCode = await main(process.argv.slice(2));
