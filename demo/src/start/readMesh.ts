/**
 * Reads the mesh once, to fail at once and with the reason when that cannot be.
 *
 * @throws with the answer of the service
 */
export async function readMesh(options: {
  serviceUrl: string;
  token: string;
}): Promise<void> {
  const answer = await fetch(`${options.serviceUrl}/v1/getEventMesh`, {
    headers: { authorization: `Bearer ${options.token}` },
  });
  if (!answer.ok) {
    const { error } = (await answer.json()) as { error: string };
    throw new Error(`The service answers ${answer.status}: ${error}`);
  }
}
