package org.chainrule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrows point one way: each room may use those to its left, and none to its right. */
class ArchitectureTest {
    private static final List<String> ROOMS =
            List.of(
                    "engine",
                    "derivation",
                    "notation",
                    "worksheet",
                    "solution",
                    "document",
                    "practice",
                    "link",
                    "export",
                    "gallery",
                    "api",
                    "workbench");
    private static final List<String> FACES = List.of("api", "workbench");

    /** Beside the others: on the engine alone, and used by the page alone. */
    private static final String RUNS = "runs";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.chainrule");

    static List<String> rooms() {
        return ROOMS.subList(0, ROOMS.size() - FACES.size());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatIsToItsLeft(String room) {
        List<String> right = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
        noClasses()
                .that()
                .resideInAPackage("org.chainrule." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        right.stream().map(r -> "org.chainrule." + r + "..").toArray(String[]::new))
                .check(CLASSES);
    }

    /** Both stand on the solution, beside each other. */
    @Test
    void practiceKnowsNoDocuments() {
        noClasses()
                .that()
                .resideInAPackage("org.chainrule.practice..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.chainrule.document..")
                .check(CLASSES);
    }

    @Test
    void runsStandOnTheEngineAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.chainrule." + RUNS + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.chainrule..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "org.chainrule." + RUNS + "..",
                                                        "org.chainrule.engine.."))))
                .check(CLASSES);
    }

    /** And by the application, which makes their threads. */
    @Test
    void runsAreUsedByThePageAlone() {
        noClasses()
                .that(
                        resideInAPackage("org.chainrule.*..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "org.chainrule." + RUNS + "..",
                                                        "org.chainrule.workbench.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.chainrule." + RUNS + "..")
                .check(CLASSES);
    }

    static Stream<String> roomsBehindTheFaces() {
        return Stream.concat(rooms().stream(), Stream.of(RUNS));
    }

    @ParameterizedTest
    @MethodSource("roomsBehindTheFaces")
    void noRoomKnowsVaadinOrSpring(String room) {
        noClasses()
                .that()
                .resideInAPackage("org.chainrule." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "org.springframework..", "jakarta.servlet..")
                .check(CLASSES);
    }

    /** The kit knows none of the page's features, and a feature none of the page that holds it. */
    @Test
    void thePagesFeaturesStandOnTheKit() {
        String page = "org.chainrule.workbench";
        noClasses()
                .that()
                .resideInAPackage(page + ".kit")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(page + "..").and(not(resideInAPackage(page + ".kit"))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(page + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(page)
                .check(CLASSES);
    }

    /** Inside the worksheet's room: toy data, then the worksheet that offers them, then advice. */
    @Test
    void theWorksheetTakesNoAdvice() {
        String room = "org.chainrule.worksheet";
        noClasses()
                .that()
                .resideInAPackage(room + ".toy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room, room + ".advice")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room + ".advice")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "workbench"})
    void theFacesDoNotKnowEachOther(String face) {
        noClasses()
                .that()
                .resideInAPackage("org.chainrule." + face + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(
                        "org.chainrule." + (face.equals("api") ? "workbench" : "api") + "..")
                .check(CLASSES);
    }
}
