/** What is asked of a contact before it is sent; the server asks again. */
export function contactProblems({ email, name }: { email: string; name: string }): Record<string, string> {
  return {
    ...(/^\S+@\S+\.\S+$/.test(email.trim())
      ? {}
      : { email: 'Enter an e-mail address, like name@agency.example' }),
    ...(name.trim() === '' ? { name: 'Enter the post, like Partnership Inspector' } : {}),
  };
}
