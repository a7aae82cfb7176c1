const KEY = 'gt-plan';

/** The plan last looked at in this tab. */
export function rememberedPlanId(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

export function rememberPlan(planId: string): void {
  sessionStorage.setItem(KEY, planId);
}

/** At sign-out. */
export function forgetPlan(): void {
  sessionStorage.removeItem(KEY);
}
