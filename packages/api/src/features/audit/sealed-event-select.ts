/** The columns of an audit event that its seal covers: what the sealer hashes is what the verifier reads. */
export const SEALED_EVENT_SELECT = {
  id: true,
  at: true,
  actorId: true,
  actorName: true,
  action: true,
  entityType: true,
  entityId: true,
  planId: true,
  requestId: true,
  payloadDigest: true,
} as const;
