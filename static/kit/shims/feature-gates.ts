/**
 * Stands in for Atlassian's feature-flag client, which Atlaskit asks for experiments: every gate is off, every experiment has its
 * default. The real one opens network connections the content security policy blocks, and weighs 28 kB.
 */
const FeatureGates = {
  initializeCompleted: (): boolean => true,
  checkGate: (): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, defaultValue: Value): Value => defaultValue,
  getExperiment: () => ({
    value: {},
    get: <Value>(_parameter: string, defaultValue: Value): Value => defaultValue,
  }),
};

export default FeatureGates;
