/** The desk, as a resident finds it: name and telephone of the ward's one-stop desk. */
import type { PortalWard } from '../portal.ts';

export function whomToAsk(ward: PortalWard): { ask: string; office: string } {
	const office = `Trung tâm Phục vụ hành chính công ${ward.name}`;
	return {
		office: ward.contact.address ? `${office}, ${ward.contact.address}` : office,
		ask: ward.contact.phone ? `${office}, điện thoại ${ward.contact.phone}` : office
	};
}
