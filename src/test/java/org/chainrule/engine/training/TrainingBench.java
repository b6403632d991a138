package org.chainrule.engine.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Problem;

/**
 * Holds training against a textbook's loop and against libraries, in one run.
 *
 * <p>Online gradient descent on ½ squared error over the same 200 samples from the same weights.
 * Rounds are interleaved; figures are medians of their CPU time, which other programs on the
 * machine disturb less than the clock.
 */
final class TrainingBench {
    private static final int ROUNDS = 7;
    private static final int SAMPLES = 200;

    private TrainingBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        NodePeer.install("convnetjs@0.3.0", "brain.js@1.6.1");
        System.out.println("µs per sample and update (CPU time), × the textbook loop's");
        bench("2-2-2 sigmoid", 10_000, network(Activation.SIGMOID, 2, 2, 2));
        bench("2-8-8-1 tanh", 3_000, network(Activation.TANH, 2, 8, 8, 1));
        bench("16-(16×6)-4 tanh", 250, network(Activation.TANH, 16, 16, 16, 16, 16, 16, 16, 4));
        System.out.println(
                """
                Chainrule shuffles in every epoch, and after the last takes J over all samples; the others
                do neither, unless it says so. Encog has one thread and no flat-spot correction. ConvNetJS
                does without the linear layer that it puts before a regression. JavaScript libraries go on
                from their last weights, the others begin anew; theirs is the CPU time of their process.\
                """);
    }

    private static Problem network(Activation activation, int... sizes) {
        return Crowds.network(new SplittableRandom(3), activation, SAMPLES, 0.05, sizes);
    }

    private static void bench(String name, int epochs, Problem problem) {
        System.out.println(name);
        List<Contender> contenders =
                List.of(
                        new Contenders.OfTextbook(problem, false),
                        new Contenders.OfTextbook(problem, true),
                        new Contenders.Ours(problem, 1),
                        new Contenders.OfEncog(problem),
                        new NodePeer("convnetjs", "0.3.0", problem),
                        new NodePeer("brain.js", "1.6.1", problem),
                        new Contenders.Ours(problem, 20),
                        new Contenders.Ours(problem, SAMPLES));
        agree(contenders);
        long[][] times = new long[contenders.size()][ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                long time = contenders.get(i).train(epochs).nanoseconds();
                times[i][Math.max(round, 0)] = time;
            }
        }
        contenders.forEach(Contender::close);
        for (int i = 0; i < times.length; i++) {
            double ratio = (double) median(times[i]) / median(times[0]);
            System.out.printf(
                    Locale.ROOT,
                    "  %-26s %8.3f  × %.2f%n",
                    contenders.get(i).name(),
                    median(times[i]) / 1e3 / epochs / SAMPLES,
                    ratio);
        }
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** After one epoch all that go in the same order have the same first weight. */
    private static void agree(List<Contender> contenders) {
        double inOrder = contenders.get(0).train(1).weight();
        double shuffled = contenders.get(1).train(1).weight();
        for (Contender contender : contenders.subList(2, 6)) {
            double weight = contender.train(1).weight();
            double wanted = contender instanceof Contenders.Ours ? shuffled : inOrder;
            if (!(Math.abs(weight - wanted) < 1e-6)) {
                throw new IllegalStateException(
                        contender.name() + ": " + weight + ", not " + wanted);
            }
        }
    }
}
