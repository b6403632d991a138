package org.chainrule.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.chainrule.derivation.Ref;
import org.chainrule.practice.Answers;
import org.chainrule.practice.Says;
import org.chainrule.practice.Slip;
import org.chainrule.practice.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts as JSON; the right value is never among them. */
final class VerdictJson {
    private final Says says;

    private VerdictJson(Says says) {
        this.says = says;
    }

    static ObjectNode of(Answers answers, Answers.Marked marked, Locale language) {
        VerdictJson writer = new VerdictJson(Says.of(answers, language));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode verdicts = node.putObject("verdicts");
        marked.verdicts()
                .forEach((question, verdict) ->
                        writer.write(
                                verdicts.putObject(question.address()), verdict, question.ref()));
        node.put("first", marked.first().map(each -> each.address()).orElse(null));
        return node;
    }

    private void write(ObjectNode node, Verdict verdict, Ref asked) {
        node.put("verdict", verdict.key());
        switch (verdict) {
            case Verdict.Right _, Verdict.Unread _, Verdict.Unanswered _ -> {}
            case Verdict.Follows follows -> node.put("says", says.of(follows));
            case Verdict.Rounded rounded -> node.put("says", says.of(rounded));
            case Verdict.Wrong(int possible) -> node.put("possible", possible);
            case Verdict.Slipped(var slips) -> slips(node.putArray("slips"), slips, asked);
        }
    }

    private void slips(ArrayNode node, List<Verdict.Found> slips, Ref asked) {
        for (Verdict.Found found : slips) {
            ObjectNode slip = node.addObject().put("id", found.slip().id());
            ArrayNode also = slip.putArray("also");
            found.also().stream().map(Slip::id).forEach(also::add);
            slip.put("rebuilt", plain(found.rebuilt()));
            slip.put("line", says.address(found.line()));
            slip.put("says", says.of(found, asked));
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.precision() < 400 ? stripped.setScale(0) : stripped;
    }
}
