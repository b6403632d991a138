package org.chainrule.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.Notations;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignsTest {
    /** What an update changes: what is added to it has a name too. */
    private static final Set<Kind> CHANGED = EnumSet.of(Kind.W, Kind.B);

    private static final List<String> ADDRESSES =
            List.of("w.out.2.1", "dw.out.2.1", "nw.hid.1.2", "p.hid.2", "z.out.1", "dz.out.1");

    /** Written by hand, as lectures write them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sheet    | Θ₂₁[out]  | ∂J/∂Θ₂₁[out]  | Θ₁₂[hid]′ | p₂[hid]  | z₁[out]  | ∂J/∂z₁[out]
                    textbook | W₂₁[out]  | ∂L/∂W₂₁[out]  | W₁₂[hid]′ | z₂[hid]  | a₁[out]  | ∂L/∂a₁[out]
                    delta    | W₂₁[out]  | ∂L/∂W₂₁[out]  | W₁₂[hid]′ | z₂[hid]  | a₁[out]  | ∂L/∂a₁[out]
                    dw       | W₂₁[2]    | dW₂₁[2]       | W₁₂[1]′   | z₂[1]    | a₁[2]    | da₁[2]
                    parens   | W₂₁(2)    | ∂C/∂W₂₁(2)    | W₁₂(1)′   | z₂(1)    | a₁(2)    | ∂C/∂a₁(2)
                    net      | w₇        | ∂E/∂w₇        | w₂′       | net_h2   | out_o1   | ∂E/∂out_o1
                    classical | w₃₆       | ∂E/∂w₃₆       | w₂₃′      | net₄     | o₅       | ∂E/∂o₅
                    w0       | w₂₁[2]    | ∂L/∂w₂₁[2]    | w₁₂[1]′   | z₂[1]    | a₁[2]    | ∂L/∂a₁[2]
                    rows     | W₁₂[2]    | ∂L/∂W₁₂[2]    | W₂₁[1]′   | z₂[1]    | a₁[2]    | ∂L/∂a₁[2]
                    """)
    void aPresetNamesTheSheetsNumbersSo(
            String preset, String w, String dw, String nw, String p, String z, String dz) {
        Signs signs =
                new Signs(
                        Preset.of(preset).orElseThrow().notation(),
                        Gallery.first().problem().network());
        Typesetter text = Typesetter.symbols(Language.TEXT, signs);
        assertThat(
                        ADDRESSES.stream()
                                .map(address -> text.name(Quantity.parse(address).orElseThrow())))
                .containsExactly(w, dw, nw, p, z, dz);
    }

    /** No two numbers of a worksheet are written alike. */
    @ParameterizedTest
    @Seeds(1_000)
    void everyNumberHasANameOfItsOwn(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Network network = RandomWorksheets.problem(random).network();
        Notation notation = Notations.random(random);
        for (Language language : Language.values()) {
            Typesetter symbols = Typesetter.symbols(language, new Signs(notation, network));
            Map<String, Quantity> names = new HashMap<>();
            quantities(network)
                    .forEach(quantity -> {
                        String name =
                                symbols.name(quantity)
                                        .replaceAll(" (data-ref|class)=\"[^\"]*\"", "");
                        assertThat(names.put(name, quantity))
                                .as(notation + ": " + name + " is " + quantity)
                                .isNull();
                        if (CHANGED.contains(quantity.kind())) {
                            Expr.Lettered of = new Expr.Leaf(new Ref(quantity, Values.BATCH));
                            String change =
                                    symbols.of(new Expr.Change(of, of))
                                            .replaceAll(" (data-ref|class)=\"[^\"]*\"", "");
                            assertThat(names.put(change, quantity))
                                    .as(notation + ": " + change + " is added to " + quantity)
                                    .isNull();
                        }
                    });
        }
    }

    private static Stream<Quantity> quantities(Network network) {
        return Stream.concat(
                Stream.of(Quantity.loss(), Quantity.learningRate()),
                Stream.concat(
                        each(network.inputs(), k -> Stream.of(Quantity.x(k), Quantity.dx(k))),
                        Stream.concat(
                                each(network.outputs(), k -> Stream.of(Quantity.y(k))),
                                network.layers().stream().flatMap(SignsTest::quantities))));
    }

    private static Stream<Quantity> quantities(Layer layer) {
        return each(
                layer.size(),
                k ->
                        Stream.concat(
                                Stream.of(
                                                Kind.B, Kind.P, Kind.Z, Kind.S, Kind.DZ, Kind.DP,
                                                Kind.DB, Kind.NB, Kind.U, Kind.M, Kind.V, Kind.NU,
                                                Kind.NM, Kind.NV, Kind.MH, Kind.VH)
                                        .map(kind -> new Quantity(kind, layer.name(), k, 0)),
                                each(
                                        layer.sources(),
                                        t ->
                                                Stream.of(
                                                                Kind.W, Kind.DW, Kind.NW, Kind.U,
                                                                Kind.M, Kind.V, Kind.NU, Kind.NM,
                                                                Kind.NV, Kind.MH, Kind.VH)
                                                        .map(kind ->
                                                                new Quantity(
                                                                        kind,
                                                                        layer.name(),
                                                                        k,
                                                                        t)))));
    }

    private static <T> Stream<T> each(
            int count, java.util.function.IntFunction<Stream<T>> quantities) {
        return IntStream.rangeClosed(1, count).boxed().flatMap(quantities::apply);
    }

    @Test
    void aBiasMayBeTheWeightOfWhatIsAlwaysOne() {
        Network network = Gallery.first().problem().network();
        Signs signs = new Signs(Preset.BIAS_WEIGHT.notation(), network);
        Typesetter text = Typesetter.symbols(Language.TEXT, signs);
        assertThat(Stream.of("b.out.2", "db.out.2", "nb.hid.1"))
                .extracting(address -> text.name(Quantity.parse(address).orElseThrow()))
                .containsExactly("w₂₀[2]", "∂L/∂w₂₀[2]", "w₁₀[1]′");
        assertThat(signs.matrix(Kind.B, "hid").line()).isEqualTo("w₀[1]");
    }

    /** A number's name is true beside its value: that of b is −θ. */
    @Test
    void aBiasMayBeMinusAThreshold() {
        Notation threshold =
                Preset.WORDS.notation().with(Choice.BIASES, Biases.THRESHOLD).orElseThrow();
        Signs signs = new Signs(threshold, Gallery.first().problem().network());
        Typesetter text = Typesetter.symbols(Language.TEXT, signs);
        assertThat(Stream.of("b.out.2", "db.out.2", "nb.hid.1"))
                .extracting(address -> text.name(Quantity.parse(address).orElseThrow()))
                .containsExactly("−θ_o2", "−∂E/∂θ_o2", "−θ_h1′");
        assertThat(signs.biasColumn()).isEqualTo("−θ");
        assertThat(signs.matrix(Kind.B, "hid").line()).isEqualTo("−θ[hid]");
    }

    @Test
    void lettersThatWouldMeanTwoThingsAreRefused() {
        Notation sheet = Preset.SHEET.notation();
        assertThat(sheet.with(Choice.PREACTIVATION, Letter.Z)).isEmpty();
        assertThat(Clash.of(sheet.but(Choice.PREACTIVATION, Letter.Z)))
                .contains(Clash.PREACTIVATION_ACTIVATION);
        assertThat(Clash.of(sheet.but(Choice.ACTIVATION, Letter.Y)))
                .contains(Clash.ACTIVATION_TARGET);
        assertThat(Clash.of(sheet.but(Choice.LAYERS, Layers.NONE))).contains(Clash.NEURONS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notation(sheet.but(Choice.ACTIVATION, Letter.Y)));
        assertThat(sheet.with(Choice.ACTIVATION, Letter.Y_HAT)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("org.chainrule.Notations#presets")
    void aPresetsOwnChoicesChangeNothing(Notation preset) {
        assertThat(Arrays.stream(Choice.values()).map(c -> preset.with(c, preset.of(c))))
                .allMatch(same -> same.orElseThrow().equals(preset));
    }
}
