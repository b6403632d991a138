package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Refusals;
import org.junit.jupiter.api.Test;

class SampleEditTest {
    private static final Worksheet FIRST = Gallery.first();
    private static final Sample SHEET = sample(1, 1, 0, 1);

    private static Sample sample(double x1, double x2, double y1, double y2) {
        return new Sample(Vector.of(x1, x2), Vector.of(y1, y2));
    }

    private static List<Sample> after(Edit edit) {
        return edit.apply(FIRST).problem().samples();
    }

    private static SampleEdit.Cell cell(int sample, int column, double value) {
        return new SampleEdit.Cell(sample, column, value);
    }

    @Test
    void writingBelowTheEndAddsRowsOfZeros() {
        assertThat(
                        after(
                                new SampleEdit.Write(
                                        List.of(cell(0, 1, 5), cell(2, 2, 7), cell(2, 3, -1)))))
                .containsExactly(sample(1, 5, 0, 1), sample(0, 0, 0, 0), sample(0, 0, 7, -1));
    }

    @Test
    void rowsArePutInAndTakenOut() {
        Sample other = sample(2, 3, 4, 5);
        Worksheet two = new SampleEdit.Insert(0, List.of(other)).apply(FIRST);
        assertThat(two.problem().samples()).containsExactly(other, SHEET);
        assertThat(new SampleEdit.Remove(1, 2).apply(two).problem().samples())
                .containsExactly(other);
        assertThat(new SampleEdit.Remove(0, 1).apply(two)).isEqualTo(FIRST);
        assertThat(new SampleEdit.ReplaceAll(List.of(SHEET)).apply(two)).isEqualTo(FIRST);
    }

    @Test
    void neitherNoneNorMoreThanAThousandCanBe() {
        assertThat(refusal(new SampleEdit.Remove(0, 1)))
                .contains(Objection.of(Objection.Reason.LAST_SAMPLE));
        assertThat(refusal(new SampleEdit.Insert(1, Collections.nCopies(1000, SHEET))))
                .contains(Objection.of(Objection.Reason.SAMPLES, 1001, 1000));
        assertThat(refusal(new SampleEdit.Insert(1, Collections.nCopies(999, SHEET)))).isEmpty();
        assertThatThrownBy(() -> new SampleEdit.Remove(0, 1).apply(FIRST))
                .hasMessageContaining("at least one");
        assertThat(after(new SampleEdit.Insert(1, Collections.nCopies(999, SHEET)))).hasSize(1000);
        assertThatThrownBy(() ->
                        new SampleEdit.Insert(1, Collections.nCopies(1000, SHEET)).apply(FIRST))
                .hasMessageContaining("1001 samples; 1000 at most");
    }

    private static Optional<Objection> refusal(Edit edit) {
        return Refusals.of(edit, FIRST);
    }

    @Test
    void whatPaperCannotTakeIsExactAndUndoingBringsPaperBack() {
        History fifty =
                History.of(FIRST).after(new SampleEdit.Insert(1, Collections.nCopies(49, SHEET)));
        assertThat(fifty.present().paper()).isEqualTo(FIRST.paper());
        History more = fifty.after(new SampleEdit.Insert(1, List.of(SHEET)));
        assertThat(more.present().paper()).isNull();
        assertThat(more.undo().present()).isEqualTo(fifty.present());
    }
}
