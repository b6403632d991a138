package org.chainrule.worksheet;

import java.util.random.RandomGenerator;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Reduction;

/** Random edits of a worksheet's structure, sensible ones and others. */
final class RandomEdits {
    private static final String[] NAMES = {"a", "h1", "out", "hidden1", "Hidden 1", "", "ä"};
    private static final String[] TITLES = {"", "Übung 3", "a\tb\u0000\ud800c", "x".repeat(121)};

    private RandomEdits() {}

    static Structure edit(RandomGenerator random, Worksheet worksheet) {
        Network network = worksheet.problem().network();
        Layer layer = network.layer(random.nextInt(network.depth()));
        String name = layer.name();
        boolean inputs = random.nextInt(4) == 0;
        String column = inputs ? Structure.INPUTS : name;
        int size = inputs ? network.inputs() : layer.size();
        Initialiser init = initialiser(random);
        return switch (random.nextInt(15)) {
            case 0 -> new Structure.SetTitle(TITLES[random.nextInt(TITLES.length)]);
            case 1 -> new Structure.SetSize(column, random.nextInt(70), init);
            case 2 -> new Structure.AddNeuron(column, 1 + random.nextInt(size + 1), init);
            case 3 -> new Structure.RemoveNeuron(column, 1 + random.nextInt(size), init);
            case 4 -> added(random, network, init);
            case 5 -> new Structure.RemoveLayer(name, init);
            case 6 -> new Structure.MoveLayer(name, random.nextInt(network.depth()), init);
            case 7 -> new Structure.RenameLayer(name, NAMES[random.nextInt(NAMES.length)]);
            case 8 -> new Structure.SetActivation(name, activation(random), random.nextDouble());
            case 9 -> new Structure.SetBiases(name, random.nextBoolean());
            case 10 -> new Structure.Freeze(name, random.nextBoolean(), random.nextBoolean());
            case 11 -> new Structure.Randomise(name, init);
            case 13 -> new Structure.SetWeights(name, random.nextBoolean(), init);
            case 12 -> new Structure.SetOptimizer(optimizer(random));
            default ->
                    random.nextBoolean()
                            ? new Structure.SetLoss(
                                    Loss.values()[random.nextInt(Loss.values().length)])
                            : new Structure.SetReduction(Reduction.values()[random.nextInt(2)]);
        };
    }

    private static Structure added(RandomGenerator random, Network network, Initialiser init) {
        return new Structure.AddLayer(
                random.nextInt(network.depth() + 1),
                random.nextInt(4) == 0 ? "out" : Names.free(network),
                activation(random),
                1 + random.nextInt(65),
                random.nextBoolean(),
                init);
    }

    static Initialiser initialiser(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Initialiser.Zeros();
            case 1 -> new Initialiser.Constant(random.nextDouble());
            case 2 -> new Initialiser.Xavier(random.nextInt(1000));
            default -> new Initialiser.He(random.nextInt(1000));
        };
    }

    private static Activation activation(RandomGenerator random) {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }

    private static Optimizer optimizer(RandomGenerator random) {
        double number = random.nextInt(-1, 3) / 2.0;
        return random.nextBoolean()
                ? new Optimizer.Sgd(number, number, random.nextBoolean(), 0.01)
                : new Optimizer.Adam(0.1, number, 0.999, 1e-8);
    }
}
