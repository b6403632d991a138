package org.chainrule.engine.training;

import java.util.List;
import org.chainrule.engine.Sample;

/** The samples as flat arrays: {@code x[s · inputs + i]}, {@code y[s · outputs + k]}. */
final class Data {
    final int samples;
    final double[] x;
    final double[] y;

    int size() {
        return x.length + y.length;
    }

    Data(List<Sample> samples) {
        this.samples = samples.size();
        x =
                samples.stream()
                        .flatMapToDouble(s -> java.util.Arrays.stream(s.x().toArray()))
                        .toArray();
        y =
                samples.stream()
                        .flatMapToDouble(s -> java.util.Arrays.stream(s.y().toArray()))
                        .toArray();
    }
}
