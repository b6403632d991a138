package org.chainrule.document.table;

import java.util.List;
import org.chainrule.engine.Sample;

/** What became of reading samples from a table. */
public sealed interface SampleReading {
    /**
     * It has a column for every input and target.
     *
     * @param remarks what was left out or guessed on the way
     */
    record Good(List<Sample> samples, List<Remark> remarks) implements SampleReading {
        public Good {
            samples = List.copyOf(samples);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It was refused.
     *
     * @param faults the first places that are wrong
     * @param more how many others there are
     */
    record Refused(List<TableFault> faults, int more) implements SampleReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** It has other columns than the network has inputs and targets, or a column of words. */
    record Choice(ColumnChoice columns) implements SampleReading {}
}
