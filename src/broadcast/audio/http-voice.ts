/**
 * A voice on the network (VOICE_URL): each sentence is sent as `{"text": "…"}` and comes back as a WAV of 16-bit samples.
 * The address is a setting of whoever runs the machine, never of a page.
 */
import { settings } from '#platform/settings.ts';
import { NoVoice, type Speech, type Voice } from './voice.ts';

const LARGEST = 64 * 1_048_576;

export function httpVoice(address = settings().VOICE_URL): Voice {
	if (!address)
		throw new NoVoice(
			'Chưa đặt địa chỉ dịch vụ giọng đọc (VOICE_URL). Hãy nhờ người cài đặt máy, hoặc chọn giọng có sẵn.'
		);
	return {
		read: async (text) => {
			const response = await fetch(address, {
				method: 'POST',
				headers: { 'content-type': 'application/json', accept: 'audio/wav' },
				body: JSON.stringify({ text }),
				signal: AbortSignal.timeout(60_000)
			}).catch((error: unknown) => {
				throw Object.assign(
					new NoVoice('Dịch vụ giọng đọc không trả lời. Hãy thử lại sau, hoặc chọn giọng có sẵn.'),
					{ cause: error }
				);
			});
			const bytes = Buffer.from(await response.arrayBuffer());
			if (!response.ok || bytes.length > LARGEST)
				throw new NoVoice(`Dịch vụ giọng đọc báo lỗi (${response.status}). Hãy chọn giọng có sẵn.`);
			return readWav(bytes);
		}
	};
}

/** The samples of a plain WAV, one channel or the mean of several. */
export function readWav(bytes: Buffer): Speech {
	const wrong = new NoVoice(
		'Dịch vụ giọng đọc gửi về tệp không đúng dạng WAV 16 bit. Hãy chọn giọng có sẵn.'
	);
	if (
		bytes.length < 44 ||
		bytes.toString('latin1', 0, 4) !== 'RIFF' ||
		bytes.toString('latin1', 8, 12) !== 'WAVE'
	)
		throw wrong;
	let channels = 0;
	let rate = 0;
	for (let at = 12; at + 8 <= bytes.length;) {
		const name = bytes.toString('latin1', at, at + 4);
		const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
		if (name === 'fmt ') {
			if (size < 16 || bytes.readUInt16LE(at + 8) !== 1 || bytes.readUInt16LE(at + 22) !== 16) throw wrong;
			channels = bytes.readUInt16LE(at + 10);
			rate = bytes.readUInt32LE(at + 12);
		}
		if (name === 'data') {
			if (channels < 1 || rate < 4000) throw wrong;
			const samples = new Float32Array(Math.floor(size / 2 / channels));
			for (let frame = 0; frame < samples.length; frame++) {
				let sum = 0;
				for (let channel = 0; channel < channels; channel++)
					sum += bytes.readInt16LE(at + 8 + (frame * channels + channel) * 2);
				samples[frame] = sum / channels / 32_768;
			}
			return { samples, rate };
		}
		at += 8 + size + (size % 2);
	}
	throw wrong;
}
