import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('whoAmI', ({ payload, context }) => ({ payload: payload as unknown, accountId: context.accountId as string }));
resolver.define('fail', () => {
  throw new Error('The resolver fails.');
});

export const bridge = resolver.getDefinitions();

export const gate = (): { result: boolean; errorMessage: string } => ({ result: false, errorMessage: 'The rule says no.\nAnd why.' });
