/** Marks a request as the desk's own, which another site's form cannot do. */
export const DESK_HEADERS: Record<string, string> = { 'x-beseda-desk': '1' };
