package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Manner;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private final Workspace workspace = new Workspace(Gallery.first(), View.INITIAL);

    private Shown shown() {
        return Shown.of(workspace, Words.in(Locale.ENGLISH));
    }

    @Test
    void aPastedBlockIsOneStepAndKeepsWhatIsNoNumber() {
        Map<Quantity, String> block = new LinkedHashMap<>();
        block.put(Quantity.w("hid", 1, 1), "0,5");
        block.put(Quantity.w("hid", 1, 2), "oops");
        workspace.commit(block, Manner.FILE);
        assertThat(shown().field(Quantity.w("hid", 1, 1)).text()).isEqualTo("0.50");
        assertThat(shown().field(Quantity.w("hid", 1, 2)).text()).isEqualTo("oops");
        assertThat(shown().error(Quantity.w("hid", 1, 2))).contains("“o”");
        assertThat(shown().text(Quantity.w("hid", 1, 2))).isEqualTo("0.42");
        workspace.undo();
        assertThat(workspace.worksheet()).isEqualTo(Gallery.first());
    }

    @Test
    void aScrubIsOneStepAndMovesInHundredths() {
        Quantity weight = Quantity.w("out", 1, 1);
        workspace.scrub(weight, 0, "start");
        workspace.scrub(weight, 3, "move");
        workspace.scrub(weight, 7, "end");
        assertThat(shown().field(weight).text()).isEqualTo("−1.33");
        workspace.undo();
        assertThat(workspace.worksheet()).isEqualTo(Gallery.first());
        assertThat(workspace.history().canUndo()).isFalse();
    }

    @Test
    void aStepThatIsTakenLetsGoOfTheNumberSelectedBefore() {
        Quantity gradient = Quantity.dw("hid", 1, 1);
        workspace.look(view -> view.withSelection(gradient));
        workspace.look(view -> view.taking(Step.FORWARD));
        assertThat(workspace.view().selection()).isEqualTo(gradient);
        workspace.step(1);
        assertThat(workspace.view().step()).isEqualTo(Step.OUTPUT_ERROR);
        assertThat(workspace.view().selection()).isNull();
    }

    @Test
    void laterStepsAreHiddenUntilReached() {
        workspace.look(view -> view.withShowAll(false));
        assertThat(shown().reached(Quantity.z("out", 1))).isEqualTo("0.30");
        assertThat(shown().reached(Quantity.dz("out", 1))).isNull();
        workspace.look(view -> view.withStep(Step.HIDDEN_ERROR));
        assertThat(shown().reached(Quantity.dz("hid", 1))).isEqualTo("0.06");
        assertThat(shown().reached(Quantity.dw("out", 1, 1))).isNull();
    }

    @Test
    void exactNumbersHaveTheDigitsThatWereChosen() {
        workspace.choose(null);
        workspace.look(view -> view.withDigits(6));
        assertThat(shown().text(Quantity.z("out", 1))).isEqualTo("0.298594");
        workspace.choose(new Rounding(3, 4));
        assertThat(shown().text(Quantity.z("out", 1))).isEqualTo("0.299");
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(Words.in(Locale.GERMAN).bundle().keySet())
                .isEqualTo(Words.in(Locale.ENGLISH).bundle().keySet());
    }

    @Test
    void theNoteOfAnExampleGoesWhenAnotherWorksheetIsOpened() {
        Example xor = Gallery.find("xor").orElseThrow();
        Workspace opened = new Workspace(xor.worksheet(), xor.view());
        opened.edit(new Edit.ApplyUpdate());
        assertThat(opened.view().example()).isEqualTo(xor.key());
        opened.open(Gallery.first());
        assertThat(opened.worksheet()).isEqualTo(Gallery.first());
        assertThat(opened.view().example()).isNull();
    }

    @Test
    void anEntryThatIsNoNumberStaysWithItsReason() {
        Quantity weight = Quantity.w("out", 1, 1);
        workspace.commit(Map.of(weight, "0.3|0.4"), Manner.TYPED);
        assertThat(shown().field(weight).text()).isEqualTo("0.3|0.4");
        assertThat(shown().error(weight)).isEqualTo("“|” is not part of a number.");
        workspace.commit(Map.of(weight, "0.3"), Manner.TYPED);
        assertThat(shown().error(weight)).isNull();
    }

    @Test
    void numbersAreWorkedOutAgainWhereTheyChangeAndNowhereElse() {
        Values before = shown().values();
        workspace.look(view -> view.withSelection(Quantity.w("hid", 1, 1)));
        workspace.step(1);
        workspace.edit(new Structure.SetTitle("Another title"));
        workspace.pin();
        assertThat(shown().values()).isSameAs(before);
        assertThat(shown().comparison().before()).isSameAs(before);
        workspace.nudge(Quantity.w("hid", 1, 1), 1);
        assertThat(shown().values()).isNotSameAs(before);
        assertThat(shown().comparison().before()).isSameAs(before);
    }

    @Test
    void anExactWorksheetsNumbersOnPaperAreWorkedOutOnce() {
        workspace.choose(null);
        Values paper = shown().solved().onPaper();
        workspace.step(1);
        assertThat(paper).isNotNull();
        assertThat(shown().solved().onPaper()).isSameAs(paper);
        assertThat(shown().values()).isSameAs(shown().exact());
    }
}
