package org.chainrule.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is brought to be marked: a worksheet and answers to it, as JSON. */
public final class MarkingJson {
    private static final Set<String> KEYS = Set.of("worksheet", "answers", "asked", "language");
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final Fields fields = new Fields();

    private MarkingJson() {}

    /** What became of reading it. */
    public sealed interface Read {
        /**
         * It can be marked, if its addresses are those of numbers.
         *
         * @param answers texts by address
         * @param asked addresses
         */
        record Good(
                Worksheet worksheet,
                Map<String, String> answers,
                List<String> asked,
                Locale language)
                implements Read {
            public Good {
                answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
                asked = List.copyOf(asked);
            }
        }

        record Refused(Reading.Refused why) implements Read {}
    }

    public static Read read(byte[] body) {
        return JsonText.read(
                body,
                tree -> new MarkingJson().read(tree),
                fault -> new Read.Refused(Reading.refused("", fault)));
    }

    private Read read(JsonNode body) {
        if (!fields.isObject("", body, KEYS)) {
            return new Read.Refused(fields.refused());
        }
        Worksheet worksheet = worksheet(body.get("worksheet"));
        Map<String, String> answers = answers(body.get("answers"));
        List<String> asked =
                body.get("asked") == null
                        ? List.copyOf(answers.keySet())
                        : asked(body.get("asked"));
        String language = fields.text("language", body.get("language"), "en");
        if (!LANGUAGES.contains(language)) {
            fields.unknown("language", language, LANGUAGES);
        }
        return worksheet == null || !fields.none()
                ? new Read.Refused(fields.refused())
                : new Read.Good(worksheet, answers, asked, Locale.of(language));
    }

    private @Nullable Worksheet worksheet(@Nullable JsonNode node) {
        if (node == null) {
            fields.refuse("worksheet", Reason.MISSING);
            return null;
        }
        return switch (WorksheetJson.read(node)) {
            case Reading.Good(var worksheet) -> worksheet;
            case Reading.Refused(var refusals, int more) -> {
                fields.refuse(
                        new Reading.Refused(
                                refusals.stream().map(MarkingJson::inWorksheet).toList(), more));
                yield null;
            }
        };
    }

    private static Reading.Refusal inWorksheet(Reading.Refusal refusal) {
        String at = refusal.at().isEmpty() ? "worksheet" : "worksheet/" + refusal.at();
        return new Reading.Refusal(at, refusal.fault());
    }

    private Map<String, String> answers(@Nullable JsonNode node) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (node == null || !node.isObject()) {
            fields.isObject("answers", node, Set.of());
            return answers;
        }
        if (node.size() > Limits.ANSWERS) {
            fields.refuse("answers", Reason.COUNT, node.size(), Noun.ENTRIES, 0, Limits.ANSWERS);
            return answers;
        }
        for (String address : node.propertyNames()) {
            String at = Fields.under("answers", Fault.shortened(address));
            answers.put(address, fields.text(at, node.get(address), ""));
        }
        return answers;
    }

    private List<String> asked(JsonNode node) {
        List<String> asked = new ArrayList<>();
        List<JsonNode> entries = fields.list("asked", node, 0, Limits.ANSWERS, Noun.ENTRIES);
        for (int i = 0; i < entries.size(); i++) {
            String address = fields.text(Fields.under("asked", i), entries.get(i), "");
            asked.add(address);
        }
        return asked;
    }
}
