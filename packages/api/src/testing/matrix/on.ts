/**
 * What the call is about, as seen from the people of the harness.
 * - any: no record, or one that the rules treat alike for everybody
 * - own: Fostering's; its owner post is the contributor's; the partner's agency is its partner
 * - team: Fostering's, owned by nobody: the manager's team, and not the contributor's own
 * - supported: Permanence's, supported by Fostering and by the partner's agency
 * - other: Permanence's, and nobody else's
 * - mine: a record that whoever asks has taken part in, so that separation of duties forbids it
 * - away: giving an own record to another team
 */
export type On = 'any' | 'own' | 'team' | 'supported' | 'other' | 'mine' | 'away';
