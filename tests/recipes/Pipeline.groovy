// Carries out a declarative Jenkinsfile without Jenkins: its sections must stand where a pipeline may have them, and its
// shell lines are run, each agent in a copy of the repository of its own.
//   groovy Pipeline.groovy JENKINSFILE REPOSITORY WORK [FAILED_FROM]
// Only what the recipes of docs/ci say is understood; anything else stops the check. Exit code 1: the build failed.
class Sections {
    static final ALLOWED = [
        pipeline: ['agent', 'options', 'parameters', 'environment', 'stages', 'post'],
        stages: ['stage'],
        stage: ['when', 'agent', 'matrix', 'stages', 'steps', 'post'],
        matrix: ['axes', 'agent', 'stages'],
        axes: ['axis'],
        axis: ['name', 'values'],
        when: ['beforeAgent', 'expression'],
        agent: ['label'],
        options: ['timeout', 'buildDiscarder', 'disableConcurrentBuilds', 'logRotator'],
        parameters: ['string'],
        environment: [],
        post: ['always'],
    ]
    List calls = []
    Map set = [:]

    /** What a section says, as its calls in their order. */
    static Sections of(String section, Closure body) {
        def said = new Sections()
        def copy = (Closure) body.clone()
        copy.delegate = said
        copy.resolveStrategy = Closure.DELEGATE_ONLY
        copy()
        def wrong = said.calls*.name.find { !(it in ALLOWED[section]) }
        if (wrong) throw new IllegalStateException("$section may not have: $wrong")
        if (said.set && section != 'environment') throw new IllegalStateException("$section sets ${said.set.keySet()}")
        said
    }

    def methodMissing(String name, args) {
        calls << [name: name, args: args as List]
        name
    }

    def propertyMissing(String name) { name }

    void propertyMissing(String name, value) { set[name] = value }

    List all(String name) { calls.findAll { it.name == name } }

    Closure body(String name) { all(name) ? (Closure) all(name)[0].args[-1] : null }
}

class Steps {
    Build build
    File folder
    Map variables

    def propertyMissing(String name) {
        if (name == 'params') return [FAILED_FROM: build.failedFrom]
        if (name == 'env') return [JOB_NAME: 'meter']
        if (variables.containsKey(name)) return variables[name]
        throw new IllegalStateException("no variable $name")
    }

    def methodMissing(String name, args) { throw new IllegalStateException("nobody knows what $name does") }

    void sh(Object line) {
        def process = new ProcessBuilder('sh', '-e', '-c', "$line").directory(folder).redirectErrorStream(true)
        process.environment().putAll(variables)
        def started = process.start()
        println started.inputStream.text
        if (started.waitFor() != 0) throw new Red("$line")
    }

    void catchError(Map how, Closure body) {
        assert how == [buildResult: 'FAILURE', stageResult: 'FAILURE']
        try { call(body) } catch (Red red) { build.isRed = true }
    }

    void stash(Map what) { build.copy(folder, "${what.includes}".replace('/**', ''), new File(build.work, "stash/${what.name}")) }

    void unstash(Object name) { build.copy(new File(build.work, "stash/$name"), '.', folder) }

    void junit(Map what) {
        assert what.testDataPublishers == ['attachments']
        def cases = new XmlParser().parse(new File(folder, what.testResults)).'**'
        def texts = cases.findAll { it instanceof Node && it.name() == 'system-out' }*.text().join('\n')
        // The plugin looks for each file from the root of the workspace.
        (texts =~ /\[\[ATTACHMENT\|(.+?)\]\]/).each { all, file ->
            if (!new File(folder, file).exists()) throw new IllegalStateException("there is no attachment $file")
            println "attached $file"
        }
    }

    def attachments() { 'attachments' }

    void archiveArtifacts(Map what) { build.copy(folder, what.artifacts.replace('/**', ''), new File(build.work, 'archive')) }

    def specific(Object number) { number }

    void copyArtifacts(Map what) { build.copy(new File(build.work, 'archive'), what.filter.replace('/**', ''), folder) }

    def call(Closure body) {
        def copy = (Closure) body.clone()
        copy.delegate = this
        copy.resolveStrategy = Closure.DELEGATE_ONLY
        copy()
    }
}

class Red extends RuntimeException {
    Red(String line) { super("red: $line") }
}

class Build {
    File repository
    File work
    String failedFrom
    Map environment = [:]
    boolean isRed
    int agents

    void pipeline(Closure body) {
        def said = Sections.of('pipeline', body)
        ['options', 'parameters', 'post'].each { if (said.body(it)) Sections.of(it, said.body(it)) }
        if (!said.all('agent') || !said.body('stages')) throw new IllegalStateException('a pipeline needs agent and stages')
        if (!(said.body('options') && Sections.of('options', said.body('options')).all('timeout')))
            throw new IllegalStateException('a pipeline without a timeout')
        if (said.body('environment')) environment = Sections.of('environment', said.body('environment')).set
        def folder = agentOf(said, null)
        try { stages(said.body('stages'), folder, environment) } finally { post(said, folder, environment) }
    }

    void stages(Closure body, File folder, Map variables) {
        Sections.of('stages', body).calls.each { stage ->
            println "== ${stage.args[0]}"
            runStage(Sections.of('stage', (Closure) stage.args[1]), folder, variables)
        }
    }

    void runStage(Sections stage, File folder, Map variables) {
        def condition = stage.body('when') ? Sections.of('when', stage.body('when')).body('expression') : null
        if (condition && !new Steps(build: this, variables: variables).call(condition)) return
        if (stage.body('matrix')) {
            def matrix = Sections.of('matrix', stage.body('matrix'))
            def axis = Sections.of('axis', Sections.of('axes', matrix.body('axes')).body('axis'))
            axis.all('values')[0].args.each { value ->
                def more = variables + [(axis.all('name')[0].args[0]): value]
                stages(matrix.body('stages'), agentOf(matrix, folder), more)
            }
            return
        }

        def place = agentOf(stage, folder)
        if (stage.body('stages')) {
            stages(stage.body('stages'), place, variables)
            return
        }

        try {
            new Steps(build: this, folder: place, variables: variables).call(stage.body('steps'))
        } finally {
            post(stage, place, variables)
        }
    }

    void post(Sections said, File folder, Map variables) {
        if (!said.body('post')) return
        def always = Sections.of('post', said.body('post')).body('always')
        new Steps(build: this, folder: folder, variables: variables).call(always)
    }

    /** A new agent starts with what is in the repository; `agent none` leaves it to the stages. */
    File agentOf(Sections said, File outer) {
        if (!said.all('agent') || said.all('agent')[0].args == ['none']) return outer
        if (said.body('agent') instanceof Closure) assert Sections.of('agent', said.body('agent')).all('label')
        def folder = new File(work, "agent-${++agents}")
        copy(repository, '.', folder)
        folder
    }

    void copy(File from, String what, File to) {
        if (!new File(from, what).exists()) throw new IllegalStateException("there is no $what in $from")
        to.mkdirs()
        def copied = ['cp', '-r', '--parents', what, to.path].execute(null, from)
        if (copied.waitFor() != 0) throw new IllegalStateException(copied.err.text)
    }
}

def (file, repository, work) = args[0..2].collect { new File(it).absoluteFile }
work.mkdirs()
def build = new Build(repository: repository, work: work, failedFrom: args.length > 3 ? args[3] : '')
def script = new GroovyShell(new Binding(pipeline: build.&pipeline)).parse(file)
try { script.run() } catch (Red red) {
    println red.message
    build.isRed = true
}
System.exit(build.isRed ? 1 : 0)
