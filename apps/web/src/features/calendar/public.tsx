import { lazyPart } from '../../components/lazy-part.tsx';

/** The door of this feature: its page, and what others show of it. What is large comes when somebody goes there. */
export const NextGate = lazyPart(async () => (await import('./next-gate.tsx')).NextGate);
export const ClocksPanel = lazyPart(async () => (await import('./clocks-panel.tsx')).ClocksPanel);
