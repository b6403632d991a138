package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chainrule.document.Brought;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.document.table.ColumnChoice;
import org.chainrule.document.table.SampleReader;
import org.chainrule.document.table.SampleReading;
import org.chainrule.document.table.TableFault;
import org.chainrule.engine.Sample;
import org.chainrule.fuzz.Outcome.Place;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.worksheet.Worksheet;

/**
 * The program's readers, all of which answer alike: the one place that knows what they are called.
 */
final class Readers {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Readers() {}

    static Outcome<Double> number(String text, Manner manner) {
        return switch (Numbers.read(text, manner)) {
            case Parsed.Value(var value) -> Outcome.of(value);
            case Parsed.Wrong(var reason, var near) ->
                    Outcome.refused(List.of(new Place(near, reason.name())));
        };
    }

    /** Samples for a network of two inputs and one output; a question is no answer yet. */
    static Outcome<List<Sample>> table(String text, Locale locale) {
        return switch (SampleReader.read(text, 2, 1)) {
            case SampleReading.Good(var samples, var remarks) -> {
                remarks.forEach(remark -> Outcome.isSentence(remark.in(locale)));
                yield Outcome.of(samples);
            }
            case SampleReading.Choice(var columns) ->
                    switch (columns.choose(columns.guess())) {
                        case ColumnChoice.Chosen.Good good ->
                                Outcome.refused(
                                        List.of(new Place("columns", good.outputs().size() + "")));
                        case ColumnChoice.Chosen.Refused(var fault) ->
                                Outcome.refused(List.of(place(fault, locale)));
                    };
            case SampleReading.Refused(var faults, _) ->
                    Outcome.refused(faults.stream().map(fault -> place(fault, locale)).toList());
        };
    }

    private static Place place(TableFault fault, Locale locale) {
        return new Place("" + fault.line(), fault.in(locale));
    }

    /** What a link opens: its worksheet and the view of it. */
    static Outcome<Permalink.Opened> link(String query, Locale locale) {
        return opened(Gallery.open(query), locale);
    }

    static Outcome<Permalink.Opened> opened(Permalink.Opened opened, Locale locale) {
        return opened.refusals().isEmpty()
                ? Outcome.of(opened)
                : Outcome.refused(places(opened.refusals(), locale));
    }

    static Outcome<Worksheet> document(byte[] json, Locale locale) {
        return switch (WorksheetJson.read(json)) {
            case Reading.Good(var worksheet) -> Outcome.of(worksheet);
            case Reading.Refused(var refusals, _) -> Outcome.refused(places(refusals, locale));
        };
    }

    /** A worksheet with the weights, or the document, that was brought to {@code present}. */
    static Outcome<Worksheet> weights(byte[] json, Worksheet present, Locale locale) {
        return switch (Brought.read(json, present, null)) {
            case Brought.Document(var worksheet) -> Outcome.of(worksheet);
            case Brought.Weights(var worksheet, _) -> Outcome.of(worksheet);
            case Brought.Either(var rows, var columns) -> {
                assertThat(rows.worksheet()).isNotEqualTo(columns.worksheet());
                yield Outcome.of(columns.worksheet());
            }
            case Brought.Printed(var python) ->
                    Outcome.refused(List.of(new Place("", python.toString())));
            case Brought.Refused(var refusals, _) -> Outcome.refused(places(refusals, locale));
        };
    }

    private static List<Place> places(List<Reading.Refusal> refusals, Locale locale) {
        return refusals.stream()
                .map(refusal -> new Place(refusal.at(), refusal.fault().in(locale)))
                .toList();
    }

    /** {@code bytes} as UTF-8; what is none becomes half of a surrogate pair, as pages may send. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\ufffd', '\ud800');
    }
}
