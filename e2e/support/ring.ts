import { createHmac } from 'node:crypto';

/** A telephone system that tells of a call. */
export async function ring(url: string, secret: string, event: object): Promise<void> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const response = await fetch(`${url}/api/v1/calls`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-beseda-timestamp': timestamp,
      'x-beseda-signature': createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'),
    },
    body,
  });
  if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`);
}
