export type EvidenceIndependence = {
  /** Who wants to check. */
  userId: string;
  uploadedById: string;
  /** Everyone who uploaded any version of it. */
  versionsUploadedBy: readonly string[];
  /** Owners of every action it is linked to: named persons and holders of the owning posts. */
  actionOwnerIds: readonly string[];
  /** Authors of progress updates on those actions, and those they wrote for. */
  updateAuthorIds: readonly string[];
  /** Everyone who changed what is said about it: title, what it shows, period. */
  editedBy?: readonly string[];
};
export type NotIndependentCode = 'UPLOADER' | 'EDITOR' | 'ACTION_OWNER' | 'UPDATE_AUTHOR';
export type CheckPermission = { ok: true } | { ok: false; code: NotIndependentCode; sentence: string };

/**
 * Whether a person is far enough from an item of evidence to accept or return it. By record, not by role: a
 * verifier, or a programme lead, never checks what they uploaded, own or reported on. Permission to check at all is
 * decided elsewhere.
 * Source: nobody verifies their own (separation of duties by record).
 * Example: the head of fostering, who owns R3.A2, gets ACTION_OWNER for evidence linked to R3.A2.
 */
export function canCheckEvidence(record: EvidenceIndependence): CheckPermission {
  const { userId } = record;
  if (record.uploadedById === userId || record.versionsUploadedBy.includes(userId)) {
    const sentence = 'You uploaded this evidence, so somebody else must check it.';
    return { ok: false, code: 'UPLOADER', sentence };
  }
  if (record.editedBy?.includes(userId)) {
    const sentence = 'You changed what this evidence says, so somebody else must check it.';
    return { ok: false, code: 'EDITOR', sentence };
  }
  if (record.actionOwnerIds.includes(userId)) {
    const sentence = 'You own an action that this evidence is linked to, so somebody else must check it.';
    return { ok: false, code: 'ACTION_OWNER', sentence };
  }
  if (record.updateAuthorIds.includes(userId)) {
    const sentence =
      'You wrote a progress update on an action that this evidence is linked to, so somebody else must check it.';
    return { ok: false, code: 'UPDATE_AUTHOR', sentence };
  }
  return { ok: true };
}
