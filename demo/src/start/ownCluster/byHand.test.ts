import { commandsByHand } from './byHand';

const manifest = {
  file: 'backend/deploy/reader.yaml',
  objects: [],
  account: { namespace: 'mesh', name: 'reader' },
};

describe('commandsByHand', () => {
  it('names the cluster in each command', () => {
    expect(
      commandsByHand({ kubeconfig: 'config', context: 'prod' }, manifest),
    ).toBe(
      [
        'kubectl --kubeconfig config --context prod apply -f backend/deploy/reader.yaml',
        'KNATIVE_EVENT_MESH_TOKEN="$(kubectl --kubeconfig config --context prod create token reader --namespace mesh --duration=8h)" \\',
        '  npm start -- --kubeconfig config --context prod',
      ].join('\n'),
    );
  });

  it('quotes what a shell would take apart', () => {
    expect(commandsByHand({ kubeconfig: "it's $mine" }, manifest)).toContain(
      "npm start -- --kubeconfig 'it'\\''s $mine'",
    );
  });
});
