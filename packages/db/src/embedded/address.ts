/** The product's own database inside the embedded server. */
export const DATABASE_NAME = 'golden_thread';

/** Where one of its roles reaches the embedded server, on this machine alone. */
export function address(role: string, password: string, port: number, database = DATABASE_NAME): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
