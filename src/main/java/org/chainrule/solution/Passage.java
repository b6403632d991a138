package org.chainrule.solution;

import java.util.List;
import org.chainrule.engine.Layer;

/** A passage of a step, in reading order. */
public sealed interface Passage {

    /** What follows belongs to this layer. */
    record OfLayer(Layer layer) implements Passage {}

    /** What follows is J. */
    record OfLoss() implements Passage {}

    /** A sentence between formulas. */
    record Said(Saying saying) implements Passage {}

    /** The update, of this number from 1, goes on from those before it. */
    record Carried(long update) implements Passage {}

    /** What to do where a number is not finite. */
    record Advised() implements Passage {}

    /** Numbers of one formula. */
    record Group(List<Line> lines) implements Passage {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** What an update adds to the parameters of the group after it: ΔΘ. */
    record Changes(List<ChangeLine> lines) implements Passage {
        public Changes {
            lines = List.copyOf(lines);
        }
    }

    /** The numbers of the group before it, at once. */
    record Whole(WholeLayer layer) implements Passage {}

    /** Numbers that nothing is worked out from: how one could have come by others. */
    record Aside(Saying saying, List<Group> groups) implements Passage {
        public Aside {
            groups = List.copyOf(groups);
        }
    }

    /**
     * ∂J/∂x of the inputs: where the last step back would lead, though nothing is updated there.
     */
    record OfInputs(Group group) implements Passage {}

    /** The sentences between formulas; a key of words each. */
    enum Saying {
        /** The slopes of loss and activation cancel. */
        CLEAN("step.1.clean"),
        /** The slopes of loss and activation one by one. */
        LONG_WAY("step.1.long"),
        /** The slopes that later lines read. */
        SLOPES("step.slopes"),
        /** ∂J/∂p, which later lines read. */
        DELTAS("step.deltas"),
        /** Minus ∂J/∂p, which later lines read. */
        MINUS("step.deltas.minus"),
        /** What a penalty adds. */
        PENALTY("step.reduce.penalty"),
        /** The slope of a step is taken as 1. */
        RULE("step.1.rule"),
        /** A layer without weights has no gradients of its own. */
        WEIGHTLESS("step.weightless"),
        NO_HIDDEN_LAYER("step.nohidden");

        private final String key;

        Saying(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
