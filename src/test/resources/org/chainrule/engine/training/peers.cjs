// One library on one network. First line in: the problem; every further line: a number of epochs.
// Each is answered by the nanoseconds of CPU time that so many epochs of online gradient descent took,
// in the samples' order, and the first weight after them.
const {createInterface} = require("node:readline");
const {createRequire} = require("node:module");
const [folder, library] = process.argv.slice(2);
const load = createRequire(`${folder}/peers.cjs`);

const contenders = {
    convnetjs({activation, rate, weights, biases, samples}) {
        const {Net, Trainer, Vol} = load("convnetjs");
        const net = new Net();
        const hidden = weights.slice(0, -1).map(rows => ({type: "fc", num_neurons: rows.length, activation}));
        const last = weights.at(-1);
        const output = {type: "fc", num_neurons: last.length, activation};
        const inputs = {type: "input", out_sx: 1, out_sy: 1, out_depth: weights[0][0].length};
        net.makeLayers([inputs, ...hidden, output, {type: "regression", num_neurons: last.length}]);
        // It puts a linear layer of its own before the loss; out with it.
        net.layers.splice(net.layers.length - 2, 1);
        const layers = net.layers.filter(layer => layer.layer_type === "fc");
        weights.forEach((rows, l) => {
            rows.forEach((row, k) => {
                row.forEach((weight, t) => { layers[l].filters[k].w[t] = weight; });
                layers[l].biases.w[k] = biases[l][k];
            });
        });
        const trainer = new Trainer(net, {method: "sgd", learning_rate: rate, momentum: 0, batch_size: 1, l2_decay: 0});
        const data = samples.map(({x, y}) => [new Vol(x), y]);
        return {
            epochs(count) {
                for (let i = 0; i < count; i++) {
                    for (const [x, y] of data) trainer.train(x, y);
                }
            },
            weight: () => layers[0].filters[0].w[0],
        };
    },
    "brain.js"({activation, rate, weights, biases, samples}) {
        const {NeuralNetwork} = load("brain.js");
        const net = new NeuralNetwork({hiddenLayers: weights.slice(0, -1).map(rows => rows.length), activation});
        net.sizes = [weights[0][0].length, ...weights.map(rows => rows.length)];
        net.initialize();
        weights.forEach((rows, l) => {
            rows.forEach((row, k) => {
                row.forEach((weight, t) => { net.weights[l + 1][k][t] = weight; });
                net.biases[l + 1][k] = biases[l][k];
            });
        });
        const data = samples.map(({x, y}) => ({input: x, output: y}));
        const options = {learningRate: rate, momentum: 1e-12, errorThresh: 1e-300, errorCheckInterval: 1 << 30};
        return {
            epochs: count => net.train(data, {...options, iterations: count}),
            weight: () => net.weights[1][0][0],
        };
    },
};

let contender;
createInterface({input: process.stdin}).on("line", line => {
    if (!contender) {
        contender = contenders[library](JSON.parse(line));
        return;
    }
    const before = process.cpuUsage();
    contender.epochs(Number(line));
    const {user, system} = process.cpuUsage(before);
    console.log(`${(user + system) * 1000} ${contender.weight()}`);
});
