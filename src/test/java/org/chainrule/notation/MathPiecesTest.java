package org.chainrule.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;

class MathPiecesTest {
    private static final Signs SIGNS =
            new Signs(Preset.SHEET.notation(), Gallery.first().problem().network());
    private static final Typesetter MATH = Typesetter.symbols(Language.MATHML, SIGNS);

    private static String formula(Quantity quantity) {
        Ref ref = Ref.shown(quantity, 0);
        return MATH.equation(
                MATH.name(quantity),
                MATH.of(Derivation.of(Gallery.first().problem(), ref, Form.SLOPES).formula()));
    }

    private static String text(String mathMl) {
        return mathMl.replaceAll("<[^>]*>", "");
    }

    @Test
    void aSumIsCutBeforeEachOfItsTerms() {
        List<String> pieces = MathPieces.of(formula(Quantity.p("hid", 1)));
        assertThat(pieces)
                .map(MathPiecesTest::text)
                .containsExactly("p1[hid]", "=Θ11[hid]·x1", "+Θ12[hid]·x2");
        assertThat(pieces).element(1).asString().startsWith("<mo form=\"infix\">=</mo>");
    }

    @Test
    void whatStandsInShortParenthesesOrAFractionStaysWhole() {
        assertThat(MathPieces.of(formula(Quantity.dz("out", 1))))
                .map(MathPiecesTest::text)
                .containsExactly("∂J∂z1[out]", "=2·(z1[out]−y1)");
    }

    @Test
    void aLongSumInParenthesesIsCutToo() {
        Expr leaf = new Expr.Leaf(new Ref(Quantity.p("hid", 1), 0));
        Expr sum = new Expr.Sum(Collections.nCopies(9, leaf));
        List<String> pieces = MathPieces.of(MATH.of(new Expr.Product(List.of(leaf, sum))));
        assertThat(pieces)
                .map(MathPiecesTest::text)
                .startsWith("p1[hid]", "·(p1[hid]")
                .endsWith("+p1[hid])")
                .hasSize(10);
        assertThat(text(String.join("", pieces)))
                .isEqualTo(text(MATH.of(new Expr.Product(List.of(leaf, sum)))));
    }

    @Test
    void aLongProductBreaksBeforeAFactor() {
        Expr leaf = new Expr.Leaf(new Ref(Quantity.p("hid", 1), 0));
        List<String> pieces =
                MathPieces.of(MATH.of(new Expr.Product(Collections.nCopies(14, leaf))));
        assertThat(pieces).hasSize(3);
        assertThat(pieces.stream().map(MathPiecesTest::text).toList())
                .allMatch(text -> text.length() <= 48)
                .element(1)
                .asString()
                .startsWith("·p1[hid]·");
    }

    @Test
    void matricesMayStandBelowEachOther() {
        Markup math = Language.MATHML.markup();
        String matrix = math.matrix(List.of(List.of("<mn>1</mn>"), List.of("<mn>2</mn>")));
        String both = math.parentheses(matrix + math.entrywise() + matrix);
        assertThat(
                        MathPieces.of(
                                math.equal() + matrix + math.times() + both + math.plus() + matrix))
                .map(MathPiecesTest::text)
                .containsExactly("=(12)", "·((12)", "⊙(12))", "+(12)");
    }
}
