package org.chainrule.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs in the language that they are written in, all of them in one process.
 *
 * @param python the interpreter
 */
record Runner(Path directory, String python) {
    /** Ends the output of each file with a line "=". */
    private static final String RUN_ALL =
            """
            import runpy, sys
            for name in sys.argv[1:]:
                runpy.run_path(name)
                print("=")
            """;

    static Runner in(Path directory) {
        return new Runner(directory, Programs.PYTHON);
    }

    /** What each of these Python programs prints. */
    List<String> python(List<String> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, "-X", "utf8", "all.py"));
        Files.writeString(directory.resolve("all.py"), RUN_ALL);
        command.addAll(pythonFiles(programs));
        return outputs(Programs.run(directory, command.toArray(String[]::new)));
    }

    /** Holds Python programs to the language's grammar. */
    void compilePython(List<String> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, "-X", "utf8", "-m", "py_compile"));
        command.addAll(pythonFiles(programs));
        Programs.run(directory, command.toArray(String[]::new));
    }

    private List<String> pythonFiles(List<String> programs) throws IOException {
        List<String> names = new ArrayList<>();
        for (String program : programs) {
            String name = names.size() + ".py";
            Files.writeString(directory.resolve(name), program);
            names.add(name);
        }
        return names;
    }

    /** What each of these Java programs prints; none gives the compiler reason to warn. */
    List<String> java(List<String> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk("javac"), "-Xlint:all", "-Werror"));
        StringBuilder all = new StringBuilder("class All { public static void main(String[] a) {");
        for (int i = 0; i < programs.size(); i++) {
            String name = "Backpropagation" + i;
            Files.writeString(
                    directory.resolve(name + ".java"),
                    programs.get(i).replaceAll("\\bBackpropagation\\b(?=::| \\{)", name));
            command.add(name + ".java");
            all.append(name).append(".main(a); System.out.println(\"=\");\n");
        }
        Files.writeString(directory.resolve("All.java"), all.append("} }"));
        command.add("All.java");
        Programs.run(directory, command.toArray(String[]::new));
        return outputs(Programs.run(directory, jdk("java"), "All"));
    }

    /** What a Java program prints that is run as it was downloaded. */
    String javaFile(String program) throws IOException, InterruptedException {
        Files.writeString(directory.resolve(JavaCode.FILE), program);
        return Programs.run(directory, jdk("java"), JavaCode.FILE);
    }

    private static List<String> outputs(String output) {
        return List.of(output.split("=\n"));
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
