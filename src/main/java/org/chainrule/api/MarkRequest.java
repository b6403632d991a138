package org.chainrule.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chainrule.document.Fault;
import org.chainrule.document.MarkingJson;
import org.chainrule.document.Places;
import org.chainrule.document.Reading;
import org.chainrule.practice.Answers;
import org.chainrule.practice.Question;
import org.jspecify.annotations.Nullable;

/** What is to be marked, once every address is known to be a number of the worksheet. */
sealed interface MarkRequest {
    record Good(Answers answers, Locale language) implements MarkRequest {}

    record Refused(Reading.Refused why) implements MarkRequest {}

    static MarkRequest of(MarkingJson.Read read) {
        return switch (read) {
            case MarkingJson.Read.Refused(var why) -> new Refused(why);
            case MarkingJson.Read.Good good -> new Reader(good).read();
        };
    }

    /** Takes addresses to questions. */
    final class Reader {
        private final MarkingJson.Read.Good body;
        private final Places<Reading.Refusal> refusals = new Places<>();

        private Reader(MarkingJson.Read.Good body) {
            this.body = body;
        }

        private MarkRequest read() {
            Map<Question, String> answers = new LinkedHashMap<>();
            body.answers()
                    .forEach((address, text) -> {
                        Question found = question("answers/" + address, address);
                        if (found != null) {
                            answers.put(found, text);
                        }
                    });
            List<Question> asked = new ArrayList<>();
            for (int i = 0; i < body.asked().size(); i++) {
                String address = body.asked().get(i);
                boolean refused = body.answers().containsKey(address);
                Question found = question(refused ? "" : "asked/" + i, address);
                if (found != null) {
                    asked.add(found);
                }
            }
            return refusals.none()
                    ? new Good(new Answers(body.worksheet(), answers, asked), body.language())
                    : new Refused(Reading.Refused.of(refusals));
        }

        /**
         * @param at where a refusal is to be told, or empty: it has been
         */
        private @Nullable Question question(String at, String address) {
            return switch (Question.of(body.worksheet().problem(), address)) {
                case Question.Found.Good(var question) -> question;
                case Question.Found.Not(var why) -> {
                    if (!at.isEmpty()) {
                        refusals.add(new Reading.Refusal(at, fault(why, address)));
                    }
                    yield null;
                }
            };
        }

        private static Fault fault(Question.Why why, String address) {
            return switch (why) {
                case UNKNOWN -> Fault.of(Fault.Reason.NO_SUCH_NUMBER);
                case GIVEN -> Fault.of(Fault.Reason.NUMBER_GIVEN);
                case SAMPLE -> Fault.of(Fault.Reason.NUMBER_SAMPLE, address);
            };
        }
    }
}
