export { ColourDetails } from './colour-details.tsx';
export { PlanningTab } from './planning-tab.tsx';
export { RequestBox } from './request-box.tsx';
