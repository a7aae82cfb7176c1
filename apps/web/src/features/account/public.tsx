/** The door of this feature: its pages, and what other features may use of it. */
export { AccountPage } from './account-page.tsx';
export { InvitationPage } from './invitation-page.tsx';
export { SetUpPage } from './set-up-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
