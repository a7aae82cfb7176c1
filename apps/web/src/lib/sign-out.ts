import { postJson } from './http.ts';

/** Ends the session on the server. A session that is over already is as good as ended. */
export async function signOut(): Promise<void> {
  await postJson('/api/auth/sign-out', {}).catch(() => undefined);
}
