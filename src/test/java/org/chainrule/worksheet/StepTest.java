package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.chainrule.document.Reading;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final Worksheet ONE = Gallery.first();
    private static final Worksheet BATCH =
            new SampleEdit.Insert(0, List.of(SampleEdit.zeros(ONE.problem().network()))).apply(ONE);
    private static final View REDUCE = View.INITIAL.withStep(Step.REDUCE);

    private static List<String> walk(Worksheet worksheet, Step from, int way) {
        return Stream.iterate(from, step -> step.moved(worksheet, way))
                .limit(8)
                .map(Step::key)
                .toList();
    }

    @Test
    void aBatchIsReducedBeforeTheUpdateAndASingleSampleIsNot() {
        assertThat(walk(ONE, Step.FORWARD, 1))
                .containsExactly("0", "1", "2", "3", "4", "5", "5", "5");
        assertThat(walk(BATCH, Step.FORWARD, 1))
                .containsExactly("0", "1", "2", "3", "4", "reduce", "5", "5");
        assertThat(walk(BATCH, Step.UPDATE, -1))
                .containsExactly("5", "reduce", "4", "3", "2", "1", "0", "0");
    }

    @Test
    void aLinkHoldsTheStepAndNamesItWhereThereIsNone() {
        String query = Permalink.query(BATCH, REDUCE);
        assertThat(query).contains("step=reduce");
        assertThat(Gallery.open(query).view()).isEqualTo(REDUCE);
        assertThat(Gallery.open("step=reduce").notices())
                .extracting(Reading.Refusal::at)
                .containsExactly("step");
    }

    @Test
    void whereTheBatchIsGoneTheStepBeforeIsShown() {
        assertThat(REDUCE.on(BATCH).step()).isEqualTo(Step.REDUCE);
        assertThat(REDUCE.on(ONE).step()).isEqualTo(Step.HIDDEN_WEIGHTS);
    }
}
