import type { Priority } from '@gt/contracts/words';
import type { TemplateFacts } from './templates.ts';

export type ReadyTemplate = TemplateFacts & { id: string; priority: Priority };

/**
 * Templates that come with the product. Lengths are what such work commonly takes; whoever uses one changes the
 * dates. Ids stay as they are.
 */
export const READY_TEMPLATES: readonly ReadyTemplate[] = [
  {
    id: 'audit-and-learn',
    name: 'Audit and learn',
    title: 'Audit practice, share what is learnt and audit again',
    detail:
      'Agree the sample and the audit tool, audit with the practitioner, moderate the grades, share what was learnt with every team, and audit again to see what changed.',
    successMeasure:
      'The second audit shows a higher share of files graded good or better than the first, against the same tool.',
    priority: 'HIGH',
    days: 112,
    milestones: [
      { title: 'Sample and audit tool agreed', days: 14 },
      { title: 'First audit finished and moderated', days: 42 },
      { title: 'Learning shared with every team', days: 56 },
      { title: 'Second audit reported', days: 105 },
    ],
  },
  {
    id: 'write-and-adopt-a-procedure',
    name: 'Write and adopt a procedure',
    title: 'Write, agree and adopt a procedure',
    detail:
      'Draft the procedure with those who will use it, consult teams and partners, have it agreed by the senior leadership team, publish it, and check by sampling that it is followed.',
    successMeasure: 'A sample of cases taken after the procedure was published shows that it is followed.',
    priority: 'MEDIUM',
    days: 112,
    milestones: [
      { title: 'Draft written with practitioners', days: 28 },
      { title: 'Consultation closed', days: 49 },
      { title: 'Agreed and published', days: 70 },
      { title: 'Sample checked: the procedure is followed', days: 112 },
    ],
  },
  {
    id: 'train-a-workforce',
    name: 'Train a workforce',
    title: 'Train those who do the work',
    detail:
      'Say who needs what, commission the training, deliver it with a date for those who miss it, and look for its effect in practice through supervision and audit.',
    successMeasure:
      'At least 95% of those who need it are trained, and audits show that practice has changed.',
    priority: 'MEDIUM',
    days: 140,
    milestones: [
      { title: 'Training needs and attendance list agreed', days: 21 },
      { title: 'First session delivered', days: 56 },
      { title: '95% of staff trained', days: 98 },
      { title: 'Effect on practice checked', days: 140 },
    ],
  },
  {
    id: 'recruit-to-posts',
    name: 'Recruit to posts',
    title: 'Recruit to vacant posts',
    detail:
      'Agree the posts and the money, advertise, interview, complete safer recruitment checks, and see new staff through their induction.',
    successMeasure: 'The posts are filled by permanent staff who have finished their induction.',
    priority: 'HIGH',
    days: 150,
    milestones: [
      { title: 'Posts and funding agreed', days: 14 },
      { title: 'Advertised', days: 28 },
      { title: 'Offers made', days: 63 },
      { title: 'New staff in post, checks complete', days: 126 },
    ],
  },
];
