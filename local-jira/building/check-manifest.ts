/**
 * Checks manifest.yml with Atlassian's own schema and cross references, offline. The package takes seconds to load,
 * so it is loaded here only, when something has changed.
 *
 * @throws {Error} naming every problem with its line.
 */
export async function checkManifest(manifestFile: string): Promise<void> {
  const { FullValidationProcessor } = await import('@forge/manifest');
  const { errors = [] } = await new FullValidationProcessor({}).process(manifestFile);
  const problems = errors.filter(({ level }) => level === 'error');
  if (problems.length === 0) return;
  const lines = problems.map(({ line, message }) => `  line ${line}: ${message}`);
  throw new Error(`manifest.yml is not valid:\n${lines.join('\n')}`);
}
