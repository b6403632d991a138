package org.chainrule.workbench.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.advice.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the form and the drawing ask for, and what the workspace makes of it. */
class BuildCommandsTest {
    private final Workspace workspace = new Workspace(Gallery.first(), View.INITIAL);

    private void ask(String act, String layer, String text, int number, String at) {
        BuildCommands.obey(
                workspace,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("act", act)
                        .put("layer", layer)
                        .put("text", text)
                        .put("number", number)
                        .put("at", at));
    }

    private void enter(String act, String layer, String text) {
        ask(act, layer, text, 0, act + "." + layer);
    }

    private void press(String act, String layer, int number) {
        ask(act, layer, "", number, Asked.LAYERS);
    }

    private Network network() {
        return workspace.worksheet().problem().network();
    }

    private List<String> layers() {
        return network().layers().stream()
                .map(layer -> layer.name() + " " + layer.size() + " " + layer.activation().key())
                .toList();
    }

    private BuildForm form(Locale locale) {
        return BuildForm.of(Shown.of(workspace, Words.in(locale)));
    }

    private static String reason(BuildForm.Entry entry) {
        return Objects.requireNonNull(entry.error()).why().head();
    }

    @Test
    void anEntryThatIsRefusedStaysWhileOthersGoThrough() {
        enter("size", "hid", "640");
        enter("name", "hid", "Hidden 1");
        enter("biases", "out", "");
        BuildForm.Row hid = form(Locale.ENGLISH).rows().get(1);
        assertThat(hid.size().text()).isEqualTo("640");
        assertThat(reason(hid.size())).isEqualTo("A layer has 1 to 64 neurons, not 640.");
        assertThat(Objects.requireNonNull(hid.name()).text()).isEqualTo("Hidden 1");
        assertThat(network().layer(1).biases()).isNotNull();
        assertThat(network().layer(0)).isEqualTo(Gallery.first().problem().network().layer(0));
        ask("remedy", "", "", 0, "name.hid");
        assertThat(layers()).containsExactly("hidden1 2 relu", "out 2 sigmoid");
        workspace.undo();
        assertThat(form(Locale.ENGLISH).rows().get(1).size().error()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "size, two, “t” is not part of a number.",
        "size, 2.5, A whole number is wanted here.",
        "size, 0, 'A layer has 1 to 64 neurons, not 0.'",
        "size, 1e300, 'A layer has 1 to 64 neurons, not 1e300.'",
        "size, -3000000000, 'A layer has 1 to 64 neurons, not −3000000000.'",
        "name, out, out is the name of another layer too."
    })
    void aBadEntryChangesNothingAndHasItsReason(String act, String text, String reason) {
        enter(act, "hid", text);
        assertThat(workspace.worksheet()).isEqualTo(Gallery.first());
        BuildForm.Row row = form(Locale.ENGLISH).rows().get(1);
        BuildForm.Entry entry = act.equals("size") ? row.size() : row.name();
        assertThat(reason(Objects.requireNonNull(entry))).isEqualTo(reason);
        ask("dismiss", "", "", 0, act + ".hid");
        assertThat(workspace.refused()).isEmpty();
    }

    @Test
    void aFieldHoldsAllDigitsOfItsNumberAndIsSeenWithThoseOfThePage() {
        enter("rate", "", "1/14");
        BuildForm.Entry rate = form(Locale.ENGLISH).learning().parameters().getFirst();
        assertThat(rate.text()).isEqualTo("0.07142857142857142");
        assertThat(rate.brief()).isEqualTo("0.0714");
        enter("rate", "", "-1e-8");
        rate = form(Locale.ENGLISH).learning().parameters().getFirst();
        assertThat(rate.text()).isEqualTo("−1e−8");
        assertThat(rate.brief()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, hid 2 relu|h1 2 relu|out 2 sigmoid",
        "hid, 0, h1 2 relu|hid 2 relu|out 2 sigmoid",
        "hid, 1, hid 2 relu|h1 2 relu|out 2 sigmoid",
        "out, 1, hid 2 relu|out 2 sigmoid|h1 2 sigmoid"
    })
    void aNewLayerTakesAfterItsNeighbour(String layer, int number, String expected) {
        press("add", layer, number);
        assertThat(String.join("|", layers())).isEqualTo(expected);
    }

    @Test
    void layersMoveGoAndGrowByButtons() {
        press("move", "hid", 1);
        assertThat(layers()).containsExactly("out 2 sigmoid", "hid 2 relu");
        press("grow", "hid", 1);
        press("drop", "out", 1);
        assertThat(layers()).containsExactly("out 1 sigmoid", "hid 3 relu");
        press("remove", "out", 0);
        assertThat(layers()).containsExactly("hid 3 relu");
        press("remove", "hid", 0);
        press("move", "hid", 1);
        assertThat(layers()).containsExactly("hid 3 relu");
        assertThat(Objects.requireNonNull(form(Locale.ENGLISH).layers()).why().head())
                .isEqualTo("A network has at least one layer.");
        press("grow", "", 1);
        assertThat(network().inputs()).isEqualTo(3);
        assertThat(form(Locale.ENGLISH).layers()).isNull();
    }

    @Test
    void randomisingAgainTakesTheNextSeed() {
        press("randomise", "hid", 0);
        Layer first = network().layer(0);
        assertThat(workspace.view().initialiser()).isEqualTo(new Initialiser.Xavier(1));
        press("randomise", "hid", 0);
        assertThat(workspace.view().initialiser()).isEqualTo(new Initialiser.Xavier(2));
        assertThat(network().layer(0)).isNotEqualTo(first);
        ask("seed", "", "1", 0, "seed");
        press("randomise", "", 0);
        assertThat(network().layer(0)).isEqualTo(first);
    }

    @Test
    void theOptimizerKeepsItsRateAndTakesTheFormatsDefaults() {
        ask("rate", "", "0,25", 0, "rate");
        ask("optimizer", "", "adam", 0, "optimizer");
        assertThat(workspace.worksheet().problem().optimizer())
                .isEqualTo(new Optimizer.Adam(0.25, 0.9, 0.999, 1e-8));
        ask("beta2", "", "1", 0, "beta2");
        assertThat(workspace.refused()).containsKey("beta2");
        ask("optimizer", "", "sgd", 0, "optimizer");
        ask("momentum", "", "0.9", 0, "momentum");
        ask("nesterov", "", "", 0, "nesterov");
        ask("decay", "", "0.01", 0, "decay");
        assertThat(workspace.worksheet().problem().optimizer())
                .isEqualTo(new Optimizer.Sgd(0.25, 0.9, true, 0.01));
    }

    @Test
    void whatKeepsSomethingMayCarryItOnAndOneStepTakesItBack() {
        assertThat(form(Locale.ENGLISH).learning().state()).isNull();
        ask("optimizer", "", "adam", 0, "optimizer");
        assertThat(form(Locale.ENGLISH).learning().state().text()).isEqualTo("zero");
        ask("state", "", "carried", 0, "state");
        assertThat(form(Locale.GERMAN).learning().state().text()).isEqualTo("carried");
        workspace.edit(new Edit.ApplyUpdate());
        assertThat(workspace.worksheet().problem().state().updates()).isEqualTo(1);
        workspace.undo();
        assertThat(workspace.worksheet().problem().state().updates()).isZero();
        ask("state", "", "zero", 0, "state");
        assertThat(workspace.worksheet().problem().state()).isEqualTo(OptimizerState.NONE);
    }

    @Test
    void adviceIsGivenInBothLanguagesAndItsRemediesAreEdits() {
        ask("loss", "", "cross-entropy", 0, "loss");
        assertThat(form(Locale.GERMAN).advice())
                .extracting(said -> said.why().head())
                .containsExactly("Kreuzentropie lässt jedes Sigmoid auf 1 steigen.");
        assertThat(form(Locale.ENGLISH).advice().getFirst().why().remedies())
                .containsExactly("Use binary cross-entropy", "Use softmax in out");
        ask("remedy", "", "", 1, BuildCommands.ADVICE);
        assertThat(layers()).containsExactly("hid 2 relu", "out 2 softmax");
        assertThat(form(Locale.ENGLISH).advice()).isEmpty();
        workspace.undo();
        workspace.undo();
        assertThat(workspace.worksheet()).isEqualTo(Gallery.first());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"size", "grow", "drop", "remove", "move", "freeze", "remedy", "nothing"})
    void whatIsAskedOfALayerThatIsGoneOrInNonsenseDoesNothing(String act) {
        ask(act, "gone", "1", 1, act + ".gone");
        ask("remedy", "", "", 99, BuildCommands.ADVICE);
        ask("nothing", "", "", 0, "");
        ask("init", "", "", 0, "init");
        assertThat(workspace.worksheet()).isEqualTo(Gallery.first());
    }

    @Test
    void everyObjectionAndRemedyHasItsSentenceInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Set<String> own = Words.in(locale).bundle().keySet();
            Set<String> shared = Objection.refusals(locale).bundle().keySet();
            assertThat(Objection.Reason.values())
                    .extracting(Enum::name)
                    .containsAll(shared)
                    .allMatch(name -> own.contains("objection." + name) || shared.contains(name));
            assertThat(own)
                    .containsAll(
                            Arrays.stream(Objection.Deed.values())
                                    .map(deed -> "remedy." + deed)
                                    .toList());
        }
    }

    @Test
    void theFormIsWrittenForEveryKindOfNetwork() {
        String link =
                "v=1&n=1&l1=a:leaky-relu~0.2:1;1&b1=1,1&f1=weights,biases&l2=b:softmax:1,2"
                        + "&x=1&y=2&loss=binary-cross-entropy&red=sum&opt=adam:-0.1:0.9:0.999:1e-8"
                        + "&init=he:3";
        Permalink.Opened opened = Gallery.open(link);
        assertThat(opened.refusals()).isEmpty();
        Workspace other = new Workspace(opened.worksheet(), opened.view());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Shown shown = Shown.of(other, Words.in(locale));
            String form = JsonMapper.shared().writeValueAsString(BuildForm.of(shown));
            String texts = JsonMapper.shared().writeValueAsString(BuildTexts.of(shown.words()));
            assertThat(form).contains("\"1-2-1\"").doesNotContain("{0}").doesNotContain("|");
            assertThat(texts).doesNotContain("{0}");
        }
    }
}
