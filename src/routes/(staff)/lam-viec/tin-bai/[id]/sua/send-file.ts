/** Sends a picture or document up while writing. */
export type StoredFile = { token: string; name: string; bytes: number };
type Sent = { stored?: StoredFile; error?: string };

export async function sendFile(address: string, file: File, use: 'picture' | 'attachment'): Promise<Sent> {
	const form = new FormData();
	form.set('file', file);
	form.set('use', use);
	try {
		const response = await fetch(address, { method: 'POST', body: form });
		const answer = (await response.json()) as Partial<StoredFile> & { reasons?: { message: string }[] };
		const { token, name, bytes } = answer;
		if (token && name && bytes) return { stored: { token, name, bytes } };
		return { error: answer.reasons?.[0]?.message ?? 'Chưa gửi được tệp. Hãy thử lại.' };
	} catch {
		return { error: 'Mất mạng nên chưa gửi được tệp. Hãy thử lại khi có mạng.' };
	}
}
