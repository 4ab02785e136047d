@power @rollover
Feature: When the mains fails during the update
  Between the first code and the second the update is half done. A power cut at that time must leave the meter with
  the old key and its credit, and the customer can start again.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh
    And the two key change codes to key revision 2 on base date 2014

  Rule: A power cut between the codes forgets the code that was typed

    @pi
    Scenario: Only the second code after the cut
      When the customer keys in code 1
      And the mains fails
      And the mains returns
      And the customer keys in code 2
      Then the meter asks for the other code
      And the display shows "Enter code 1"
      And the key revision is 1
      And the meter holds 10.0 kWh

    @pi
    Scenario: Both codes again after the cut
      When the customer keys in code 1
      And the mains fails
      And the mains returns
      And the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 10.0 kWh

    Scenario: A token of the old key after the cut
      Given a 25.6 kWh credit token
      When the customer keys in code 1
      And the mains fails
      And the mains returns
      And the customer keys in the token
      Then the meter accepts it
      And the key revision is 1
      And the meter holds 35.6 kWh
