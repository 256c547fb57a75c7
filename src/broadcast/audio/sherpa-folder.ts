/** A dropped voice as it lies in its folder; its engine is native and stays out of the web application's bundle. */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export const noReader = 'Máy này chưa cài được bộ đọc sherpa-onnx. Hãy dùng giọng có sẵn.';

/** What keeps a folder from being a voice, in words; null when it is whole. */
export async function lacksOf(folder: string): Promise<string | null> {
	const name = path.basename(folder);
	const files = await readdir(folder).catch(() => undefined);
	if (!files)
		return `Không thấy thư mục giọng đọc “${name}”. Hãy chép mô hình giọng vào thư mục voices rồi chọn lại.`;
	if (!files.some((file) => file.endsWith('.onnx')) || !files.includes('tokens.txt'))
		return `Thư mục giọng “${name}” thiếu tệp .onnx hoặc tokens.txt. Hãy chép đủ các tệp của mô hình.`;
	try {
		createRequire(import.meta.url).resolve('sherpa-onnx-node');
		return null;
	} catch {
		return noReader;
	}
}
