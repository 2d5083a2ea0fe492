import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers which events the data plane for Kafka delivers through a Trigger.
 *
 * <p>It reads questions from standard input, a line of JSON each, and writes a
 * line of JSON with the answer to each, in the same order. It ends with its
 * input. Its arguments are folders, each with the filters of one version of the
 * data plane; an answer has the outcomes of each under the name of its folder.
 */
public final class Main {

    /** What is asked: the Egress of the contract, and events to answer for. */
    record Question(byte[] egress, List<SentEvent> events) {}

    public static void main(String[] folders) throws Exception {
        var dataPlanes = new ArrayList<DataPlane>();
        for (var folder : folders) {
            dataPlanes.add(DataPlane.load(folder));
        }
        var json = new ObjectMapper();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var question = json.readValue(line, new TypeReference<Question>() {});
            out.println(json.writeValueAsString(answer(question, dataPlanes)));
            // Whoever asks may wait for this answer before asking again.
            out.flush();
        }
    }

    private static Map<String, String> answer(Question question, List<DataPlane> dataPlanes) {
        var events = question.events().stream().map(SentEvent::received).toList();
        var outcomes = new LinkedHashMap<String, String>();
        for (var dataPlane : dataPlanes) {
            outcomes.put(dataPlane.name(), dataPlane.outcomes(question.egress(), events));
        }
        return outcomes;
    }
}
