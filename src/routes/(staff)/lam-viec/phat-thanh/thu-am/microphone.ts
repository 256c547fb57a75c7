/** The microphone (micro) of this machine: opened, heard, and what to do when it cannot be had. */
import { measure, type Heard } from '#broadcast/audio/level.ts';

export class NoMicrophone extends Error {}

const whatToDo: Record<string, string> = {
	NotAllowedError:
		'Trình duyệt đang chặn micro. Hãy bấm vào biểu tượng cạnh địa chỉ trang, chọn “Cho phép” ở dòng Micro, rồi bấm “Bật micro” lần nữa.',
	NotFoundError:
		'Máy này chưa thấy micro nào. Hãy cắm micro (hoặc tai nghe có micro) rồi bấm “Bật micro” lần nữa. Cũng có thể thu bằng điện thoại rồi gửi tệp ở cuối trang.',
	NotReadableError:
		'Micro đang bận vì chương trình khác đang dùng (gọi điện, họp trực tuyến). Hãy tắt chương trình đó rồi bấm “Bật micro” lần nữa.'
};

export type Microphone = {
	stream: MediaStream;
	/** Of the last moment. */
	hear: () => Heard;
	/** All there are, named once one of them may be used. */
	devices: { id: string; name: string }[];
	deviceId: string;
	close: () => void;
};

export async function openMicrophone(deviceId: string, onlost: () => void): Promise<Microphone> {
	if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined')
		throw new NoMicrophone(
			window.isSecureContext
				? 'Trình duyệt này quá cũ nên chưa thu âm được. Hãy dùng Chrome, Edge hoặc Firefox bản mới, hoặc thu bằng điện thoại rồi gửi tệp ở cuối trang.'
				: 'Trình duyệt chỉ cho dùng micro khi địa chỉ trang bắt đầu bằng https. Hãy mở trang bằng địa chỉ https, hoặc thu bằng điện thoại rồi gửi tệp ở cuối trang.'
		);
	const stream = await navigator.mediaDevices
		.getUserMedia({
			audio: {
				...(deviceId && { deviceId: { exact: deviceId } }),
				channelCount: 1,
				echoCancellation: false,
				noiseSuppression: true,
				autoGainControl: false
			}
		})
		.catch((error: unknown) => {
			const name = error instanceof Error ? error.name : '';
			throw Object.assign(
				new NoMicrophone(
					whatToDo[name] ??
						'Chưa mở được micro. Hãy rút ra cắm lại, tải lại trang rồi bấm “Bật micro”; hoặc thu bằng điện thoại rồi gửi tệp ở cuối trang.'
				),
				{ cause: error }
			);
		});
	const context = new AudioContext();
	await context.resume();
	const analyser = context.createAnalyser();
	analyser.fftSize = 2048;
	context.createMediaStreamSource(stream).connect(analyser);
	const samples = new Float32Array(analyser.fftSize);
	const [track] = stream.getAudioTracks();
	track!.onended = onlost;
	const devices = (await navigator.mediaDevices.enumerateDevices()).filter(
		({ kind }) => kind === 'audioinput'
	);
	return {
		stream,
		devices: devices.map((device, at) => ({ id: device.deviceId, name: device.label || `Micro ${at + 1}` })),
		deviceId: track!.getSettings().deviceId ?? deviceId,
		hear: () => {
			analyser.getFloatTimeDomainData(samples);
			return measure(samples);
		},
		close: () => {
			track!.onended = null;
			for (const one of stream.getTracks()) one.stop();
			void context.close();
		}
	};
}

/** What this browser records: small, and known to the server. */
export const mimeOf = (): string =>
	['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'].find((mime) =>
		MediaRecorder.isTypeSupported(mime)
	) ?? '';

export const extensionOf = (mime: string): string => /^audio\/(webm|ogg|mp4)/.exec(mime)?.[1] ?? 'webm';
