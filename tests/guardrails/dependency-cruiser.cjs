/**
 * Who may import whom. The table stands in docs/architecture.md; each rule says why.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle hides which module depends on which.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'domain-is-pure', comment: 'The rules know no Jira, no Forge, no clock and no other layer.', severity: 'error', from: { path: '^src/domain' }, to: { pathNot: ['^src/domain', '^node_modules/canonicalize'] } },
    { name: 'contract-knows-domain-types-only', comment: 'What crosses the bridge is described, never decided.', severity: 'error', from: { path: '^src/contract' }, to: { path: '^src/(app|entry|forge|index)' } },
    { name: 'contract-takes-only-types-from-domain', comment: 'A schema that ran rules would decide.', severity: 'error', from: { path: '^src/contract' }, to: { path: '^src/domain', dependencyTypesNot: ['type-only'] } },
    { name: 'app-is-platform-free', comment: 'Use cases reach the platform through ports only.', severity: 'error', from: { path: '^src/app' }, to: { path: ['^src/(entry|forge|index)', '^node_modules/(?!valibot)'] } },
    { name: 'app-takes-only-types-from-contract', comment: 'Payloads are validated at the entry.', severity: 'error', from: { path: '^src/app' }, to: { path: '^src/contract', dependencyTypesNot: ['type-only'] } },
    { name: 'forge-implements-ports', comment: 'Adapters implement ports; they call no use case.', severity: 'error', from: { path: '^src/forge' }, to: { path: '^src/(entry|index|contract)' } },
    { name: 'forge-sees-app-as-types', comment: 'Adapters know the ports they implement and nothing else of the use cases.', severity: 'error', from: { path: '^src/forge' }, to: { path: '^src/app', pathNot: '^src/app/ports', dependencyTypesNot: ['type-only'] } },
    { name: 'entry-uses-no-adapter', comment: 'Wiring happens in src/index.ts alone.', severity: 'error', from: { path: '^src/entry' }, to: { path: '^src/(forge|index)' } },
    { name: 'forge-packages-stay-in-forge', comment: '@forge/* is imported by src/forge only; the resolver by the wiring.', severity: 'error', from: { path: '^src', pathNot: '^src/(forge|index)' }, to: { path: '^node_modules/@forge', dependencyTypesNot: ['type-only'] } },
    { name: 'index-takes-only-the-resolver', comment: 'The wiring needs the resolver and nothing else of Forge.', severity: 'error', from: { path: '^src/index' }, to: { path: '^node_modules/@forge/(?!resolver)' } },
    { name: 'surfaces-see-contract-and-domain', comment: 'A surface calls the bridge; it never bundles backend code.', severity: 'error', from: { path: '^static' }, to: { path: '^(src/(app|entry|forge|index)|local-jira|tests)' } },
    { name: 'bridge-stays-in-kit', comment: 'Only the kit knows the bridge packages.', severity: 'error', from: { path: '^static', pathNot: '^static/kit' }, to: { path: '^node_modules/@forge' } },
    { name: 'kit-knows-no-surface', comment: 'The kit is below the surfaces.', severity: 'error', from: { path: '^static/kit' }, to: { path: '^static/(?!kit)' } },
    { name: 'surfaces-are-separate', comment: 'Surfaces share through the kit; only the project page embeds the Handoff screen.', severity: 'error', from: { path: '^static/(project|settings|rule-[a-z]+|workflow-rule|get-started|handoff)/' }, to: { path: '^static/(project|settings|rule-[a-z]+|get-started)/', pathNot: '^static/$1/' } },
    { name: 'local-jira-is-a-black-box-host', comment: 'It loads what manifest.yml names and knows nothing of the app.', severity: 'error', from: { path: '^local-jira' }, to: { path: ['^(src|static|tests)', '^node_modules/@forge/(?!manifest|csp)'] } },
    { name: 'product-knows-no-local-jira', comment: 'The local Jira is never deployed.', severity: 'error', from: { path: '^(src|static)' }, to: { path: '^(local-jira|tests)' } },
    { name: 'no-unresolved', comment: 'An import that does not resolve fails at run time.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { mainFields: ['module', 'main', 'browser', 'types'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
