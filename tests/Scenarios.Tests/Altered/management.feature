Feature: management, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a clear credit token
    When the customer keys in the token
    Then the meter refuses it
    And the meter holds 0.0 kWh
    And the load switch is open

  Scenario: Altered 2
    Given a clear credit token
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 0.0 kWh
    And the load switch is open

  Scenario: Altered 3
    Given the tamper is latched
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter refuses it
    And the meter holds 11.0 kWh

  Scenario: Altered 4
    Given the tamper is latched
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 10.0 kWh

  Scenario: Altered 5
    Given the tamper is latched
    And a 25.6 kWh credit token "bought"
    And a clear tamper token "clear"
    When the customer keys in token "bought"
    Then the meter accepts it
    When the customer keys in token "clear"
    And the customer keys in token "bought"
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 6
    Given the tamper is latched
    And a 25.6 kWh credit token "bought"
    And a clear tamper token "clear"
    When the customer keys in token "bought"
    Then the meter refuses it
    When the customer keys in token "clear"
    Then the meter accepts it
    And the meter holds 35.6 kWh
