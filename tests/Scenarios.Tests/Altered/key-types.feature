Feature: key types, altered

  Background:
    Given a meter with:
    | name     | value |
    | key type | DDTK  |
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a maximum power limit token of 5000 W
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it

  Scenario: Altered 2
    Given a maximum power limit token of 5000 W
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it

  Scenario: Altered 3
    Given a 25.6 kWh credit token "early"
    And a 5.0 kWh credit token "later" for a meter with:
      | name     | value |
      | key type | DUTK  |
    And the two key change codes to a meter with:
      | name     | value |
      | key type | DUTK  |
    When the customer keys in token "early"
    Then the meter refuses it
    When the customer keys in code 1
    And the customer keys in code 3
    Then the meter accepts it
    And the meter holds 10.0 kWh
    When the customer keys in token "later"
    Then the meter accepts it
    And the meter holds 15.0 kWh

  Scenario: Altered 4
    Given a 25.6 kWh credit token "early"
    And a 5.0 kWh credit token "later" for a meter with:
      | name     | value |
      | key type | DUTK  |
    And the two key change codes to a meter with:
      | name     | value |
      | key type | DUTK  |
    When the customer keys in token "early"
    Then the meter refuses it
    When the customer keys in code 1
    And the customer keys in code 2
    Then the meter accepts it
    And the meter holds 10.0 kWh
    When the customer keys in token "later"
    Then the meter refuses it
    And the meter holds 15.0 kWh
