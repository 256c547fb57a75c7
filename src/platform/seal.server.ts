/**
 * Sealing (niêm phong): what lies in the database so that a copy of the database alone opens nothing. AES-256-GCM with
 * a key of the purpose's own; the context (whose secret it is) is bound in, so a seal cannot be moved to another row.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { keyFor } from './secret.server.ts';

const VERSION = 'v1';
const keys = new Map<string, Buffer>();

function key(purpose: string): Buffer {
	let made = keys.get(purpose);
	if (!made)
		keys.set(
			purpose,
			(made = createHash('sha256')
				.update(keyFor(`seal ${purpose}`))
				.digest())
		);
	return made;
}

export function seal(purpose: string, context: string, secret: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key(purpose), nonce).setAAD(Buffer.from(context));
	const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
	return [
		VERSION,
		nonce.toString('base64url'),
		cipher.getAuthTag().toString('base64url'),
		body.toString('base64url')
	].join('.');
}

/** Throws when the seal was made with another key, for another context, or was touched. */
export function unseal(purpose: string, context: string, sealed: string): string {
	const [version, nonce, tag, body] = sealed.split('.');
	if (version !== VERSION || !nonce || !tag || body === undefined) throw new Error('not a seal of ours');
	const decipher = createDecipheriv('aes-256-gcm', key(purpose), Buffer.from(nonce, 'base64url'), {
		authTagLength: 16
	})
		.setAAD(Buffer.from(context))
		.setAuthTag(Buffer.from(tag, 'base64url'));
	return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}
