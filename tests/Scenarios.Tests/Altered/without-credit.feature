Feature: without credit, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 0.0 kWh
    And the two key change codes to key revision 2 on base date 2014

  Scenario: Altered 1
    When the customer keys in code 1
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 1.0 kWh
    And the load switch is open

  Scenario: Altered 2
    Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "new"
    And the customer keys in token "new"
    Then the meter accepts it
    And the meter holds 40.0 kWh
    And the load switch is closed

  Scenario: Altered 3
    Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "new"
    Then the meter refuses it
    And the meter holds 40.0 kWh
    And the load switch is closed
